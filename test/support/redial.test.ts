import { describe, expect, it } from "vitest";
import { UserId } from "../../memory/ids.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import { seededRandom } from "../../memory/random.ts";
import type { HistoryEvent } from "../../memory/users/history.ts";
import type { Fact } from "../../memory/users/profile.ts";
import { parseWhere } from "../../src/where.ts";
import { EMPTY_REQUEST, type Request } from "../../tools/retrieval/request.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";
import type { Dialogue } from "./redial/dialogues.ts";
import { type Judgement, judge } from "./redial/judge.ts";
import { Label } from "./redial/label.ts";
import type { Held } from "./redial/marks.ts";
import { sampleMessages } from "./redial/sample.ts";
import { typedMessage, waysTyped } from "./redial/typed-message.ts";

const catalogue = filmCatalogue();
const USER = UserId.parse("ada");
const provenance = { thread: "t", turn: 1, said: "", at: 1 };

describe("judge", () => {
  it("takes a taste told to a recommender as a lasting one or as a wish", () => {
    const label = labelled({ either: ["genre=Horror"] });
    expect(judged(label, { facts: [taste("like", "Horror")] }).outcome).toBe("right");
    expect(judged(label, wishing("genre=Horror")).outcome).toBe("right");
    expect(judged(label, { facts: [taste("dislike", "Horror")] }).outcome).toBe("wrong");
    expect(judged(labelled({ asks: ["genre=Horror"] }), { facts: [taste("like", "Horror")] }).outcome).toBe(
      "wrong",
    );
  });

  it("is partly right where something is missing, and says what", () => {
    const label = labelled({ asks: ["genre=Horror", "year=1980..1989"] });
    expect(judged(label, wishing("genre=Horror"))).toMatchObject({
      outcome: "partly",
      missed: ["wish +year=1980..1989"],
      untrue: [],
    });
  });

  it("is wrong where something is noted of another film", () => {
    const label = labelled({ likes: ["Heat"] });
    expect(judged(label, { history: [verdict("Heat", "liked")] }).outcome).toBe("right");
    expect(judged(label, { history: [verdict("Heat", "seen")] }).outcome).toBe("partly");
    const both = judged(label, { history: [verdict("Heat", "liked"), verdict("Fargo", "liked")] });
    expect(both).toMatchObject({ outcome: "wrong", untrue: ["liked fargo"] });
  });

  it("does not let what is seen be liked, and lets what is liked be an example", () => {
    expect(judged(labelled({ seen: ["Heat"] }), { history: [verdict("Heat", "liked")] }).outcome).toBe(
      "wrong",
    );
    const example = { history: [verdict("Heat", "liked")], request: { like: [filmId("Heat")] } };
    expect(judged(labelled({ likes: ["Heat"] }), example).outcome).toBe("right");
  });

  it("lets nothing come or go where nothing was said", () => {
    const label = Label.parse({ at: "1/1", nothing: true });
    const earlier = wishing("genre=Horror");
    expect(judged(label, earlier, earlier).outcome).toBe("right");
    expect(judged(label, {}, earlier)).toMatchObject({
      outcome: "wrong",
      untrue: ["lost wish +genre=Horror"],
    });
    expect(judged(label, { request: { text: "bye" } }).outcome).toBe("wrong");
  });

  it("counts what held before the message as understood", () => {
    const earlier = { history: [verdict("Heat", "liked")] };
    expect(judged(labelled({ likes: ["Heat"] }), earlier, earlier).outcome).toBe("right");
  });

  it("takes the reading that fits best, and tolerates what may be noted", () => {
    const label = {
      ...labelled({ accepts: ["Heat"] }),
      or: [labelled({ wants: ["Heat"] })],
      may: labelled({ either: ["genre=Crime"] }),
    };
    expect(judged(label, { request: { like: [filmId("Heat")] } }).outcome).toBe("right");
    expect(judged(label, { ...wishing("genre=Crime"), history: [verdict("Heat", "wanted")] }).outcome).toBe(
      "right",
    );
    expect(judged(label, {}).outcome).toBe("partly");
  });

  it("finds words in the text of a request, and older and newer in open years", () => {
    const label = labelled({ text: ["heist|robbery"], era: "newer" });
    const constraints = [parseWhere(catalogue, "year>=1990")];
    expect(judged(label, { request: { text: "clever heist", constraints } }).outcome).toBe("right");
    const closed = [parseWhere(catalogue, "year=1990..1999")];
    expect(judged(label, { request: { text: "a robbery", constraints: closed } }).outcome).toBe("wrong");
  });
});

describe("the sample", () => {
  const dialogues = Array.from(
    { length: 300 },
    (_, at): Dialogue => ({
      conversationId: `${at}`,
      initiatorWorkerId: 1,
      movieMentions: {},
      initiatorQuestions: {},
      messages: ["hi", "what do you like", "I like @1 a lot", "good night", "oh I see"].map((text, turn) => ({
        senderWorkerId: turn % 2,
        text: turn === 3 && at % 2 === 0 ? `${text} to you` : text,
      })),
    }),
  );

  it("holds seekers' messages of three words or more, one of a dialogue at most, and the same ones each time", () => {
    const places = sampleMessages(dialogues);
    expect(places).toHaveLength(200);
    expect(new Set(places.map(({ dialogue }) => dialogue)).size).toBe(200);
    expect(
      places.every(({ dialogue, message }) => message === 1 || (message === 3 && Number(dialogue) % 2 === 0)),
    ).toBe(true);
    expect(sampleMessages(dialogues)).toEqual(places);
  });
});

describe("titles as people type them", () => {
  it.each([
    ["The Matrix (1999)", "The Matrix", ["as it is written"]],
    ["The Matrix (1999)", "matrix 1999", ["with its year", "in small letters", "without its article"]],
    ["Mission: Impossible (1996)", "Mission Impossible", ["with other marks"]],
    ["Rocky III (1982)", "Rocky 3", ["with another numeral"]],
    ["Blade Runner 2049 (2017)", "Blde Runner 2049", ["misspelt"]],
    ["Amélie (2001)", "Amelie (2001)", ["with its year", "with other marks"]],
  ])("tells of %s how %s was typed", (title, typed, ways) => {
    expect(waysTyped(title, typed)).toEqual(ways);
  });

  it("stand where their numbers stood", () => {
    const mentions = { "1": "Heat (1995)", "2": "Why Him%3F (2016)" };
    const { text, titles } = typedMessage("Loved @1, not @2!", mentions, seededRandom(5));
    expect(titles.map(({ id, title }) => [id, title])).toEqual([
      ["1", "Heat (1995)"],
      ["2", "Why Him? (2016)"],
    ]);
    expect(titles.map(({ start, end }) => text.slice(start, end))).toEqual(titles.map(({ typed }) => typed));
    expect(text).toMatch(/^Loved heat.*, not why him.*!$/i);
  });
});

interface Changed {
  readonly request?: Partial<Request>;
  readonly history?: readonly HistoryEvent[];
  readonly facts?: readonly Fact[];
}

function judged(label: Label, after: Changed, before: Changed = {}): Judgement {
  return judge(label, heldAs(before), heldAs(after), catalogue);
}

function heldAs({ request, history = [], facts = [] }: Changed): Held {
  return { request: { ...EMPTY_REQUEST, ...request }, history, facts };
}

function wishing(...wheres: string[]): Changed {
  const constraints = wheres.map((where): Constraint => parseWhere(catalogue, where));
  return { request: { constraints } };
}

type Words = "asks" | "either" | "text";
type Films = "likes" | "seen" | "wants" | "accepts";

/** A label whose films are named by their titles: ReDial's numbers are no films of the fixture. */
function labelled(
  reading: Partial<Record<Words | Films, readonly string[]>> & { readonly era?: "older" | "newer" },
): Label {
  const { likes = [], seen = [], wants = [], accepts = [], ...rest } = reading;
  const films = { likes, seen, wants, accepts };
  const ids = Object.entries(films).map(([key, titles]) => [key, titles.map(filmId)] as const);
  return { ...Label.parse({ at: "1/1", ...rest }), ...Object.fromEntries(ids) };
}

function verdict(title: string, verdict: HistoryEvent["verdict"]): HistoryEvent {
  const owner = { id: 1, user: USER, dataset: catalogue.name };
  return { ...owner, item: filmId(title), verdict, scope: "always", provenance };
}

function taste(polarity: Fact["polarity"], genre: string): Fact {
  const subject = { about: "value", facet: "genre", value: genre } as const;
  const owner = { id: 1, user: USER, dataset: catalogue.name };
  return { ...owner, subject, polarity, strength: 1, scope: "always", provenance };
}
