import { describe, expect, it } from "vitest";
import { coldItems } from "../../../../src/evaluation/cold-start/cold-items.ts";
import { coldUsers, HISTORY_LENGTHS } from "../../../../src/evaluation/cold-start/cold-users.ts";
import { interactionsOf } from "../splits/rows.ts";

/** Thirty people with fifteen items each, item by item a minute later. */
const rows = interactionsOf(
  Array.from({ length: 450 }, (_, row) => {
    const user = Math.floor(row / 15);
    return [user, (row + 7 * user) % 40, row % 15] as const;
  }),
);

describe("users cut short", () => {
  const { train, cases, users } = coldUsers(rows, 100, 1);

  it("are a fifth of those with enough, and nothing of theirs is trained on", () => {
    expect(users).toHaveLength(6);
    expect(Array.from(train.users).filter((user) => users.includes(user))).toEqual([]);
    expect(train.users).toHaveLength(24 * 15);
  });

  it("are asked about with their last 0, 1, 2, 5 and 10 interactions before the one to be found", () => {
    for (const [block, length] of HISTORY_LENGTHS.entries()) {
      for (const [at, user] of users.entries()) {
        const own = Array.from(rows.items.keys())
          .filter((row) => rows.users[row] === user)
          .map((row) => rows.items[row]);
        const each = cases[block * users.length + at];
        expect(each?.user).toBe(user);
        expect(each?.history.map(({ item }) => item)).toEqual(own.slice(14 - length, 14));
        expect(each?.truth).toEqual([own[14]]);
      }
    }
  });
});

describe("items that training never saw", () => {
  const { train, cases, withheld } = coldItems(rows, 40, 3);
  const isWithheld = (item: number): boolean => withheld[item] === 1;

  it("are withheld wholly, and are what is to be found", () => {
    expect(withheld.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
    expect(Array.from(train.items).some(isWithheld)).toBe(false);
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.every(({ truth }) => truth.every(isWithheld))).toBe(true);
    expect(cases.some(({ history }) => history.some(({ item }) => isWithheld(item)))).toBe(false);
  });

  it("are found from what came before them, and nothing later of a measured user trains", () => {
    for (const { user, truth, history } of cases) {
      const target = rows.items.findIndex((item, row) => item === truth[0] && rows.users[row] === user);
      const trained = Array.from(train.items.keys()).filter((row) => train.users[row] === user);
      expect(trained).toHaveLength(history.length);
      for (const row of trained) expect(train.at[row]).toBeLessThan(rows.at[target] ?? 0);
    }
  });
});
