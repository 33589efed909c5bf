import { expect, test } from "vitest";
import { arrange } from "../../../tools/explaining/arrange.ts";
import type { Reason } from "../../../tools/explaining/reason.ts";

function reason(claim: string, strength: number, rest: Partial<Reason> = {}): Reason {
  return {
    claim: { claim, evidence: [{ kind: "text", words: [claim] }] },
    strength,
    topic: claim,
    anchors: [],
    ...rest,
  };
}

const sentences = (items: ReturnType<typeof arrange>): string[][] =>
  items.map((claims) => claims.map(({ claim }) => claim));

test("puts the strongest first and keeps to the limit", () => {
  const reasons = [reason("weak", 0.1), reason("strong", 0.9), reason("middling", 0.5)];
  expect(sentences(arrange([reasons], 2))).toEqual([["strong", "middling"]]);
});

test("begins no two items with the same words where another reason is there", () => {
  const items = [
    [reason("same", 0.9), reason("a", 0.1)],
    [reason("same", 0.9), reason("b", 0.1)],
    [reason("same", 0.9)],
  ];
  expect(sentences(arrange(items, 3)).map(([first]) => first)).toEqual(["same", "b", "same"]);
});

test("prefers another topic, and another item to lean on, for the next item's first reason", () => {
  const about = (claim: string, strength: number, topic: string, anchor: number): Reason =>
    reason(claim, strength, { topic, anchors: [anchor] });
  const items = [
    [about("heat weighs", 0.6, "contribution", 1)],
    [about("heat weighs too", 0.6, "contribution", 1), about("shares with seven", 0.5, "shared", 2)],
  ];
  expect(sentences(arrange(items, 1))).toEqual([["heat weighs"], ["shares with seven"]]);
});

test("takes at most two reasons of a topic, the second about something else", () => {
  const shared = (claim: string, strength: number, anchor: number): Reason =>
    reason(claim, strength, { topic: "shared", anchors: [anchor] });
  const reasons = [
    shared("one", 0.9, 1),
    shared("one again", 0.8, 1),
    shared("two", 0.7, 2),
    shared("three", 0.6, 3),
  ];
  expect(sentences(arrange([reasons], 5))).toEqual([["one", "two"]]);
});

test("says how the person stands to an item only the first time", () => {
  const reasons = [
    reason("liked heat", 0.9, { anchors: [1] }),
    reason("shares with heat, which you liked", 0.8, { anchors: [1], again: "shares with heat" }),
    reason("close to seven, which you liked", 0.7, { anchors: [2], again: "close to seven" }),
  ];
  expect(sentences(arrange([reasons], 3))).toEqual([
    ["liked heat", "shares with heat", "close to seven, which you liked"],
  ]);
});

test("leaves an item without reasons without claims", () => {
  expect(arrange([[], [reason("one", 0.5)]], 3).map((claims) => claims.length)).toEqual([0, 1]);
});

test("opens with what sets an item apart only where nothing tells more, and once in an answer", () => {
  const standout = (claim: string): Reason => reason(claim, 0.9, { topic: "standout", atNeed: "standout" });
  const plain = (claim: string): Reason => reason(claim, 0.1, { topic: "statistics", atNeed: "plain" });
  const items = [
    [standout("the oldest"), reason("like heat", 0.2), plain("3.9 on average")],
    [standout("the shortest"), plain("3.8 on average")],
    [standout("the only western"), plain("3.7 on average")],
    [standout("the longest"), reason("like heat", 0.2)],
  ];
  expect(sentences(arrange(items, 3)).map(([first]) => first)).toEqual([
    "like heat",
    "the shortest",
    "3.7 on average",
    "like heat",
  ]);
});

test("opens with what only repeats the request where nothing else is there", () => {
  const echo = reason("as you asked", 0.5, { topic: "constraint said", atNeed: "echo" });
  const plain = (claim: string): Reason => reason(claim, 0.01, { topic: "statistics", atNeed: "plain" });
  const items = [[echo, plain("3.9 on average")], [plain("3.8 on average"), echo], [echo]];
  expect(sentences(arrange(items, 3)).map(([first]) => first)).toEqual([
    "3.9 on average",
    "3.8 on average",
    "as you asked",
  ]);
});

test("keeps a place for what is reserved one", () => {
  const reasons = [
    reason("a", 0.9),
    reason("b", 0.8),
    reason("c", 0.7),
    reason("without", 0.1, { reserved: true }),
  ];
  expect(sentences(arrange([reasons], 3))).toEqual([["a", "b", "without"]]);
});
