import { describe, expect, it } from "vitest";
import { dialoguesIn, readDialogues } from "../../../src/dialogues/read-dialogues.ts";
import { dialogueFolder } from "../../support/dialogue-folder.ts";

/** Each problem as "line: message hint". */
function problems(text: string): readonly string[] {
  return dialoguesIn(text, "d.yaml").problems.map(({ line, message, hint }) =>
    [`${line}:`, message, hint].filter(Boolean).join(" "),
  );
}

/** A dialogue of one turn with this below `expect`, at line 5. */
const expecting = (line: string): string => `title: t\nturns:\n  - say: x\n    expect:\n      ${line}\n`;

describe("a file of dialogues", () => {
  it("holds one, or several, and says where each thing of it stands", () => {
    const { dialogues } = dialoguesIn(
      "# first\ntitle: one\nturns:\n  - say: hi\n  - restart: true\n---\ntitle: two\nuser: ada\nturns:\n  - say: |\n      bye\n    expect: { count: 0 }\n---\n",
      "d.yaml",
    );
    expect(dialogues.map(({ title, place, turns }) => [title, place, turns.length])).toEqual([
      ["one", 0, 2],
      ["two", 1, 1],
    ]);
    expect(dialogues[1]).toMatchObject({ user: "ada", turns: [{ say: "bye\n", expect: { count: 0 } }] });
    expect(dialogues[1]?.lineAt(["title"])).toBe(7);
    expect(dialogues[1]?.lineAt(["turns", 0, "expect", "count"])).toBe(12);
    expect(dialogues[0]?.lineAt(["turns", 1])).toBe(5);
  });

  it("takes every key, and turns of which nothing is expected yet", () => {
    const text = `title: t
data: demo
turns:
  - say: x
    name: first
    as: bea
    thread: tuesday
    expect:
      count: 1..3
      items: ["genre=Comedy"]
      some: ["genre=Comedy"]
      contain: [Heat]
      exclude: ["1917"]
      first: Heat
      order: runtime ascending
      same-items-as: 1
      no-item-of: first
      constraints: []
      like: []
      relaxed: []
      reply: /x/i
      reply-not: [x, /y/]
      understood: x
      reasons: x
      acts: [seek]
      acts-not: [undo]
      plan: [retrieve]
      plan-not: [ask]
      memory: none
      memory-not: [seen Heat]
      asks: [Drama]
      fails: cancelled
  - say: y
    expect:
  - say: z
    expect: {}
`;
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ["count: lots", '“count” is "lots", and is to be a number, or a range like "1..3", "3.." or "..5".'],
    ["items: genre=Comedy", '“items” is "genre=Comedy", and is to be a list.'],
    ["items: []", "“items” is []: there is nothing in it."],
    ["contain: [Heat, 1917]", '“contain” (entry 2) is 1917, and is to be a text. Put it in quotes: "1917".'],
    ["first:", "“first” is null, and is to be a text."],
    ["cuont: 3", "There is no key “cuont” in “expect”. Did you mean “count”?"],
    [
      "order: runtime",
      '“order” is "runtime", and is to be a facet and a direction, like "runtime ascending".',
    ],
    ["reply: /(/", '“reply” is "/(/": Invalid regular expression: /(/: Unterminated group.'],
    ["acts: [seeek]", '“acts” (entry 1) is "seeek". Did you mean “seek”?'],
    ["plan: [x]", /^5: “plan” \(entry 1\) is "x", and is to be one of retrieve, score, /],
    ["asks: 3", "“asks” is 3, and is to be true, false, or a list of options."],
    ["same-items-as: 0", /“same-items-as” is 0/],
    [
      "memory: nothing",
      '“memory” is "nothing", and is to be "none", or a list of statements like "seen Heat".',
    ],
  ])("refuses %s and says what is right", (line, message) => {
    const [only, ...others] = problems(expecting(line));
    expect(others).toEqual([]);
    if (typeof message === "string") expect(only).toBe(`5: ${message}`);
    else expect(only).toMatch(message);
  });

  it.each([
    [
      "titel: t\nturns: [{ say: x }]",
      ["1: “title” is missing.", "1: There is no key “titel” in a dialogue. Did you mean “title”?"],
    ],
    ["title: t", ["1: “turns” is missing."]],
    ["title: t\nturns: []", ["2: “turns” is []: there is nothing in it."]],
    [
      "title: t\nturns:\n  - sya: x",
      ["3: “say” is missing.", "3: There is no key “sya” in a turn. Did you mean “say”?"],
    ],
    [
      "title: t\nturns:\n  - say: x\n    expct: {}",
      ["4: There is no key “expct” in a turn. Did you mean “expect”?"],
    ],
    ["title: t\nturns:\n  - say: 5", ['3: “say” is 5, and is to be a text. Put it in quotes: "5".']],
    ["title: t\nturns:\n  - hello", ['3: A turn is "hello". Write “- say: …”.']],
    ["title: t\nturns:\n  - restart: yes", ['3: “restart” is "yes", and is to be true.']],
    [
      "title: t\nturns:\n  - restart: true\n    expect: {}",
      ["4: There is no key “expect” in a restart. It can have restart."],
    ],
    [
      "title: t\nturns:\n  - say: x\n    name: '3'",
      ['4: “name” is "3": a name is no number: turns have numbers already.'],
    ],
    ["title: t\nturns:\n  - say: x\n    expect: 5", ["4: “expect” is 5, and is to be a map of keys."]],
    ["- title: t", ['1: The dialogue is [{"title":"t"}], and is to be a map of keys.']],
    ["# nothing\n---\n---\n", ["0: There is no dialogue in it."]],
    ["", ["0: There is no dialogue in it."]],
    ['title: "t', [expect.stringMatching(/^1: This is no YAML: /)]],
    [
      "title: t\ntitle: u\nturns: [{ say: x }]",
      [expect.stringMatching(/^2: This is no YAML: Map keys must be unique/)],
    ],
    ["title: t\nturns: *there", [expect.stringMatching(/This is no YAML: Unresolved alias/)]],
  ])("refuses %j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("lets anchors stand for what they were put at", () => {
    const text =
      "title: t\nturns:\n  - say: x\n    expect: &same { count: 5 }\n  - say: y\n    expect: *same\n";
    const { dialogues } = dialoguesIn(text, "d.yaml");
    expect(dialogues[0]?.turns[1]).toMatchObject({ expect: { count: 5 } });
    expect(dialogues[0]?.lineAt(["turns", 1, "expect", "count"])).toBe(4);
  });
});

describe("several files", () => {
  it("are refused together, with everything that is wrong in them", () => {
    const folder = dialogueFolder();
    const good = folder.write("good.yaml", "title: t\nturns: [{ say: x }]");
    const bad = folder.write("bad.yaml", "title: t\nturns: [{ say: 5 }, { tell: x }]");
    const worse = folder.write("worse.yaml", "title: [");
    try {
      expect(readDialogues([good])).toHaveLength(1);
      expect(() => readDialogues([good, bad, worse])).toThrow(
        expect.objectContaining({
          code: "usage-dialogue",
          message: expect.stringMatching(
            /^4 faults in the dialogues:\n {2}.*bad\.yaml:2: .*\n.*\n.*\n {2}.*worse\.yaml:1: /,
          ),
        }),
      );
      expect(() => readDialogues([`${folder.path}/none.yaml`])).toThrow(
        expect.objectContaining({ code: "usage-no-file" }),
      );
    } finally {
      folder.remove();
    }
  });
});
