import { describe, expect, it } from "vitest";
import type { Interactions } from "../../../../memory/datasets/interactions.ts";
import { seededRandom } from "../../../../memory/random.ts";
import { fitReviewRater, type PersonRating } from "../../../../src/evaluation/rating/review-rater.ts";
import { reviewSystem } from "../../../../src/evaluation/rating/review-system.ts";
import type { Rater } from "../../../../tools/rating/rater.ts";

const SCALE = { min: 1, max: 5 };
const USERS = 60;
const ITEMS = 60;
/** Too heavy for any word to be heard. */
const DEAF = { toneRidge: 1e9, vectorRidge: 1e9 };

interface Row {
  readonly user: number;
  readonly item: number;
  readonly value: number;
  readonly review: string | undefined;
}

function interactionsOf(rows: readonly Row[]): Interactions {
  return {
    userIds: Array.from({ length: USERS }, (_, user) => `u${user}`),
    users: Int32Array.from(rows, ({ user }) => user),
    items: Int32Array.from(rows, ({ item }) => item),
    values: Float32Array.from(rows, ({ value }) => value),
    at: Float64Array.from(rows, (_, row) => row + 1),
  };
}

function fitted(rows: readonly Row[], options: object = {}): Promise<Rater> {
  const reviews = rows.map(({ review }) => review);
  return fitReviewRater(interactionsOf(rows), reviews, SCALE, { items: ITEMS, dimensions: 4, ...options });
}

/** Four items of each user, four users of each item. */
function rows(
  rowOf: (user: number, item: number, random: () => number) => Omit<Row, "user" | "item">,
): Row[] {
  const random = seededRandom(3);
  return Array.from({ length: USERS * 4 }, (_, at) => {
    const [user, item] = [at % USERS, (7 * at + Math.floor(at / USERS)) % ITEMS];
    return { user, item, ...rowOf(user, item, random) };
  });
}

/** Good things are praised, bad ones are not; ratings say so only roughly. */
const isGood = (thing: number): boolean => thing % 2 === 0;
const words = (good: boolean): string =>
  good ? "sturdy and warm, wonderful sound" : "broken on arrival, dreadful buzz";
const rough = (good: boolean, random: () => number): number =>
  Math.min(5, Math.max(1, (good ? 4 : 2) + Math.round(4 * random() - 2)));

const errorOf = async (rater: Rater, truthOf: (item: number) => number): Promise<number> => {
  const asked = Array.from({ length: ITEMS }, (_, item) => item);
  const answers = await rater.rate([], asked);
  const squares = answers.map(({ item, value }) => (value - truthOf(item)) ** 2);
  return Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / squares.length);
};

describe("rating with review text", () => {
  it("hears what others wrote of an item where its few ratings are rough", async () => {
    const given = rows((_user, item, random) => ({
      value: rough(isGood(item), random),
      review: words(isGood(item)),
    }));
    const truthOf = (item: number): number => (isGood(item) ? 4 : 2);
    const hearing = await errorOf(await fitted(given), truthOf);
    const deaf = await errorOf(await fitted(given, DEAF), truthOf);
    expect(deaf).toBeGreaterThan(0.5);
    expect(hearing).toBeLessThan(0.75 * deaf);
  });

  it("learns nothing from reviews that tell of their own rating alone", async () => {
    const given = rows((_user, _item, random) => {
      const third = Math.floor(3 * random());
      const review = ["broken on arrival, dreadful buzz", "plain ordinary cable", "sturdy, wonderful sound"];
      return { value: 1 + 2 * third, review: review[third] };
    });
    const eager = await fitted(given, { toneRidge: 1, vectorRidge: 1e9 });
    const hearing = await errorOf(eager, () => 3);
    const deaf = await errorOf(await fitted(given, DEAF), () => 3);
    expect(hearing).toBeLessThan(1.25 * deaf);
  });

  it("hears what the person wrote where it is told who they are", async () => {
    const given = rows((user, _item, random) => ({
      value: rough(isGood(user), random),
      review: words(isGood(user)),
    }));
    const rater = await fitted(given);
    const answerTo = async (user: number | undefined): Promise<number> => {
      const ratings: PersonRating[] = [{ item: 1, value: 3, ...(user !== undefined && { user }) }];
      const [answer] = await rater.rate(ratings, [0]);
      return answer?.value ?? Number.NaN;
    };
    expect(await answerTo(0)).toBeGreaterThan((await answerTo(1)) + 0.5);
    expect(await answerTo(undefined)).toBeGreaterThan(await answerTo(1));
    expect(await answerTo(undefined)).toBeLessThan(await answerTo(0));
  });

  it("is effects alone where nobody wrote anything", async () => {
    const given = rows((_user, item) => ({ value: isGood(item) ? 5 : 3, review: undefined }));
    const [good, bad] = await (await fitted(given, { itemDamping: 4 })).rate([], [0, 1]);
    // Four ratings each, one point from the mean of 4, and four of nobody.
    expect(good?.value).toBeCloseTo(4.5, 2);
    expect(bad?.value).toBeCloseTo(3.5, 2);
    expect(good?.reasons).toEqual({ closest: [], itemMean: 5, itemCount: 4, userMean: undefined });
  });

  it("gives intervals on the scale that hold about as many ratings as they promise", async () => {
    const given = rows((_user, item, random) => ({
      value: rough(isGood(item), random),
      review: words(isGood(item)),
    }));
    const rater = await fitted(given);
    const answers = await rater.rate([], [...Array(ITEMS).keys()]);
    const inside = given.filter(({ item, value }) => {
      const answer = answers[item];
      return answer !== undefined && answer.low <= value && value <= answer.high;
    });
    expect(inside.length / given.length).toBeGreaterThan(0.72);
    for (const { low, high, level } of answers) {
      expect(level).toBe(0.8);
      expect(low).toBeGreaterThanOrEqual(1);
      expect(high).toBeLessThanOrEqual(5);
      expect(low).toBeLessThan(high);
    }
  });

  it("needs ratings", async () => {
    await expect(fitted([])).rejects.toMatchObject({ code: "no-ratings" });
  });
});

describe("the review rater in the rating protocol", () => {
  it("reads the reviews of training rows only", async () => {
    const given = rows((_user, item, random) => ({
      value: rough(isGood(item), random),
      review: words(isGood(item)),
    }));
    const all = given.map(({ user, item, value, review }, row) => ({
      row,
      userIndex: user,
      itemIndex: item,
      value,
      review,
      headline: undefined,
      at: row,
    }));
    const half = given.filter((_, row) => row % 2 === 0);
    const training = { interactions: interactionsOf(half), scale: SCALE, items: ITEMS, seed: 1 };
    const asked = [...Array(ITEMS).keys()];
    const told = await (await reviewSystem(all).fit(training, {})).rate([], asked);
    const shortened = all.filter(({ row }) => row % 2 === 0);
    expect(await (await reviewSystem(shortened).fit(training, {})).rate([], asked)).toEqual(told);
  });
});
