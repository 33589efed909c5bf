import { chmodSync, statSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { readDialogues } from "../../../src/dialogues/read-dialogues.ts";
import type { SeenTurn } from "../../../src/dialogues/seen-turn.ts";
import { updateFiles } from "../../../src/dialogues/update-files.ts";
import { dialogueFolder } from "../../support/dialogue-folder.ts";
import { resultOf } from "../../support/dialogue-results.ts";
import { seenTurn } from "../../support/seen-turn.ts";

const folder = dialogueFolder();
afterAll(folder.remove);

const ALIEN = seenTurn(["Alien", "Blade Runner"], {
  constraints: ["genre=Sci-Fi", "runtime<=120"],
  acts: ["seek", "seek"],
});
const THANKS = seenTurn([], { acts: ["thank"] });
const LEARNT = seenTurn([], {
  acts: ["prefer"],
  memory: { statements: ["dislikes genre=Horror", "seen Heat tonight"], empty: false, changed: true },
});

/** Records what was seen in a file of this text, and gives it back as it then is. */
function recorded(text: string, ...seen: readonly SeenTurn[]): string {
  const file = folder.write("d.yaml", text);
  const results = readDialogues([file]).map((dialogue) =>
    resultOf(
      dialogue,
      seen.map((turn, at) => ({ ...turn, number: at + 1 })),
    ),
  );
  updateFiles(results);
  return folder.read("d.yaml");
}

describe("what was seen is recorded", () => {
  it("under each turn of which nothing is expected, and all else stays as it is", () => {
    const before = `# A head that stays
title:   'Odd   style'    # and this
turns:

  # about the first
  - say: "sci-fi" # why
  - say: thanks
    expect:
      acts: [thank, undo]   # wrong, and stays
  - restart: true
  - say: |
      I hate horror,
      and saw Heat

  - say: >-
      thanks
      again
    expect:    # not yet
# the end`;
    expect(recorded(before, ALIEN, THANKS, LEARNT, THANKS)).toBe(`# A head that stays
title:   'Odd   style'    # and this
turns:

  # about the first
  - say: "sci-fi" # why
    expect:
      count: 2
      contain: [Alien, Blade Runner]
      constraints: [genre=Sci-Fi, runtime<=120]
      relaxed: []
      acts: [seek]
  - say: thanks
    expect:
      acts: [thank, undo]   # wrong, and stays
  - restart: true
  - say: |
      I hate horror,
      and saw Heat
    expect:
      count: 0
      constraints: []
      relaxed: []
      acts: [prefer]
      memory: [dislikes genre=Horror, seen Heat tonight]

  - say: >-
      thanks
      again
    expect:    # not yet
      count: 0
      constraints: []
      relaxed: []
      acts: [thank]
# the end`);
  });

  it("in the style of the turn: braces, wide indentation, an empty expectation that is written out", () => {
    const nothing = "{count: 0, constraints: [], relaxed: [], acts: [thank]}";
    expect(
      recorded("title: t\nturns: [{ say: a }, { say: b, }, {say: c, expect: }]", THANKS, THANKS, THANKS),
    ).toBe(
      `title: t\nturns: [{ say: a, expect: ${nothing} }, { say: b, expect: ${nothing} }, {say: c, expect: ${nothing}}]`,
    );
    expect(
      recorded(
        "title: t\nturns:\n    -   say: a\n        as: bea\n    -   say: b\n        expect: ~\n",
        THANKS,
        THANKS,
      ),
    ).toBe(
      `title: t\nturns:\n    -   say: a\n        as: bea\n        expect:\n          count: 0\n          constraints: []\n          relaxed: []\n          acts: [thank]\n    -   say: b\n        expect: ${nothing}\n`,
    );
    expect(recorded("title: t\nturns:\n  - say: a\n    expect: {}\n", THANKS)).toContain(
      `    expect: ${nothing}\n`,
    );
  });

  it("with the file's own line ends, and a long list below its key", () => {
    const titles = [
      "Once Upon a Time in the West",
      "The Silence of the Lambs",
      "2001: A Space Odyssey",
      "My Neighbor Totoro",
    ];
    const text = recorded("title: t\r\nturns:\r\n  - say: a\r\n  - say: b", seenTurn(titles), THANKS);
    expect(text.split("\r\n").filter((line) => line.includes("\n"))).toEqual([]);
    expect(text).toContain("      contain:\r\n        - Once Upon a Time in the West\r\n");
    expect(text).toContain('        - "2001: A Space Odyssey"\r\n');
    expect(text).toContain("  - say: b\r\n    expect:\r\n      count: 0\r\n");
  });

  it("in each dialogue of a file", () => {
    const text = "title: one\nturns:\n  - say: a\n---\ntitle: two\nturns:\n  - say: b\n";
    expect(recorded(text, THANKS).match(/acts: \[thank\]\n(?=---|$)/g)).toHaveLength(2);
  });

  it("where nothing is remembered any more, as that", () => {
    const forgot = seenTurn([], { acts: ["forget"], memory: { statements: [], empty: true, changed: true } });
    expect(recorded("title: t\nturns:\n  - say: a\n", forgot)).toContain("      memory: none\n");
  });

  it("but not what could not be read again", () => {
    const odd = { ...ALIEN, constraints: ["genre=Nowhere to be found"] };
    const text = recorded("title: t\nturns:\n  - say: a\n", odd);
    expect(text).not.toContain("constraints");
    expect(text).toContain("count: 2");
  });
});

describe("a file", () => {
  const failure = { code: "budget-exceeded", message: "Too long.", hint: undefined };

  it("is not written where there is nothing to record", () => {
    const text = "title: t\nturns:\n  - say: a\n    expect: { count: 7 }\n  - say: b\n";
    const file = folder.write("d.yaml", text);
    const before = statSync(file).ino;
    expect(recorded(text, THANKS, { ...THANKS, failure })).toBe(text);
    expect(statSync(file).ino).toBe(before);
  });

  it("is replaced at once, with its rights, and told by its turns", () => {
    const file = folder.write("d.yaml", "title: t\nturns:\n  - say: a\n  - restart: true\n  - say: b\n");
    chmodSync(file, 0o640);
    const [dialogue] = readDialogues([file]);
    if (dialogue === undefined) throw new Error("there is a dialogue");
    expect(updateFiles([resultOf(dialogue, [THANKS, { ...THANKS, number: 2 }])])).toEqual([
      { file, title: "t", turns: [1, 2] },
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(folder.list()).toEqual(["d.yaml"]);
  });

  it("that was changed while its dialogues ran is left alone", () => {
    const file = folder.write("d.yaml", "title: t\nturns:\n  - say: a\n");
    const [dialogue] = readDialogues([file]);
    if (dialogue === undefined) throw new Error("there is a dialogue");
    const changed = "title: t\nturns:\n  - say: something else\n";
    folder.write("d.yaml", changed);
    expect(() => updateFiles([resultOf(dialogue, [THANKS])])).toThrow(
      expect.objectContaining({ code: "cannot-record" }),
    );
    expect(folder.read("d.yaml")).toBe(changed);
  });

  it("that has no place for it is left alone", () => {
    const text = "title: t\nturns:\n  - &same\n    say: a\n  - *same\n";
    const file = folder.write("d.yaml", text);
    const [dialogue] = readDialogues([file]);
    if (dialogue === undefined) throw new Error("there is a dialogue");
    expect(() => updateFiles([resultOf(dialogue, [ALIEN, THANKS])])).toThrow(/no place for it/);
    expect(folder.read("d.yaml")).toBe(text);
    expect(folder.list()).toEqual(["d.yaml"]);
  });
});
