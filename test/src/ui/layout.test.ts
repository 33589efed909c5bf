import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { newTurn, type TurnView } from "../../../src/talk/turn.ts";
import { EMPTY_EDITOR } from "../../../src/ui/line-editor.ts";
import { liveLines } from "../../../src/ui/live-lines.ts";
import { promptLines, promptView } from "../../../src/ui/prompt-view.ts";
import { extraRows } from "../../../src/ui/use-cursor-place.ts";
import { cutLine, wrapHard, wrapText } from "../../../src/ui/wrap.ts";

describe("wrapText", () => {
  it("breaks at spaces, never wider than asked, and loses nothing", () => {
    const text = "the quick brown fox jumps over the lazy dog 千と千尋の神隠し";
    for (let width = 6; width < 40; width++) {
      const lines = wrapText(text, width);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }
  });

  it("keeps line feeds and indents what goes on below", () => {
    expect(wrapText("one\n\n   two three", 9)).toEqual(["one", "", "   two", "   three"]);
  });

  it("breaks a word that is wider than the line", () => {
    expect(wrapText("abcdefgh ij", 3)).toEqual(["abc", "def", "gh", "ij"]);
  });
});

describe("wrapHard and cutLine", () => {
  it("count columns, not characters", () => {
    expect(wrapHard("神隠し", 4)).toEqual(["神隠", "し"]);
    expect(cutLine("神隠しの", 5)).toBe("神隠…");
    expect(cutLine("short", 5)).toBe("short");
  });
});

describe("liveLines", () => {
  const busy: TurnView = {
    ...newTurn("a question ".repeat(20)),
    understood: "Crime · 1990–1999",
    steps: Array.from({ length: 12 }, (_, step) => ({
      step,
      tool: "retrieve",
      summary: "x".repeat(90),
      milliseconds: 1,
    })),
    reply: "word ".repeat(400),
  };

  it("is never taller or wider than it may be", () => {
    for (const height of [1, 2, 3, 5, 8, 20, 60]) {
      for (const width of [10, 60, 120]) {
        const lines = liveLines(busy, width, height);
        expect(lines.length).toBeLessThanOrEqual(height);
        for (const { text } of lines) expect(stringWidth(text)).toBeLessThanOrEqual(width);
      }
    }
  });

  it("shows the question, the latest steps and the end of the reply", () => {
    const lines = liveLines({ ...busy, reply: `${busy.reply}the end` }, 60, 12).map((line) => line.text);
    expect(lines[0]).toMatch(/^› a question/);
    expect(lines[1]).toBe("  Crime · 1990–1999");
    expect(lines.filter((line) => line.includes("retrieve"))).toHaveLength(3);
    expect(lines.at(-1)).toContain("the end");
  });

  it("shows everything where there is room", () => {
    const lines = liveLines({ ...busy, reply: "Three for you." }, 60, 40);
    expect(lines).toHaveLength(2 + 12 + 1);
  });
});

describe("promptView", () => {
  const editor = (text: string, cursor = text.length) => ({ ...EMPTY_EDITOR, text, cursor });

  it("says where the cursor is, in columns", () => {
    expect(promptView(editor("ab"), 20, 4)).toEqual({ lines: ["ab"], x: 4, y: 0 });
    expect(promptView(editor("神隠", 1), 20, 4)).toMatchObject({ x: 4, y: 0 });
  });

  it("goes on below at a line break, indented as the text above", () => {
    const view = promptView(editor("one\n\nthree"), 20, 4);
    expect(view).toEqual({ lines: ["one", "", "three"], x: 7, y: 2 });
    expect(promptLines(view, "").map((parts) => parts.map(({ text }) => text).join(""))).toEqual([
      "› one",
      "  ",
      "  three",
    ]);
    expect(promptView(editor("one\n\nthree", 4), 20, 4)).toMatchObject({ x: 2, y: 1 });
  });

  it("keeps the part around the cursor where the text is taller than it may be", () => {
    const text = "abcdefghij".repeat(10);
    expect(promptView(editor(text), 13, 4)).toMatchObject({ lines: Array(4).fill("abcdefghij"), y: 3 });
    expect(promptView(editor(text, 0), 13, 4)).toMatchObject({ x: 2, y: 0 });
    const middle = promptView(editor(text, 45), 13, 4);
    expect(middle.lines).toHaveLength(4);
    expect(middle).toMatchObject({ x: 7, y: 0 });
  });
});

describe("extraRows", () => {
  const lines = (...widths: number[]) =>
    widths.map((width) => [{ role: "plain" as const, text: "x".repeat(width) }]);

  it("counts the rows that lines take more than one each once the terminal is narrower", () => {
    expect(extraRows(lines(60, 20), 10, 100)).toBe(0);
    expect(extraRows(lines(60, 20), 10, 60)).toBe(0);
    expect(extraRows(lines(60, 20), 10, 30)).toBe(1);
    expect(extraRows(lines(61, 20, 0), 45, 20)).toBe(3 + 0 + 0 + 2);
  });
});
