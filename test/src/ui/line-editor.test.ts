import { describe, expect, it } from "vitest";
import { editOfPaste, editsOf } from "../../../src/ui/keys.ts";
import { applyEdit, type Edit, type Editor, EMPTY_EDITOR } from "../../../src/ui/line-editor.ts";

const NO_KEY = {
  ...{
    upArrow: false,
    downArrow: false,
    leftArrow: false,
    rightArrow: false,
    pageDown: false,
    pageUp: false,
  },
  ...{ home: false, end: false, return: false, escape: false, ctrl: false, shift: false, tab: false },
  ...{
    backspace: false,
    delete: false,
    meta: false,
    super: false,
    hyper: false,
    capsLock: false,
    numLock: false,
  },
};

function edited(edits: readonly Edit[], from: Editor = EMPTY_EDITOR): { editor: Editor; sent: string[] } {
  let editor = from;
  const sent: string[] = [];
  for (const edit of edits) {
    const done = applyEdit(editor, edit);
    editor = done.editor;
    if (done.submitted !== undefined) sent.push(done.submitted);
  }
  return { editor, sent };
}

const typed = (chunk: string): ReturnType<typeof edited> => edited(editsOf(chunk, NO_KEY));
const insert = (text: string): Edit => ({ kind: "insert", text });
const kinds = (...names: Exclude<Edit["kind"], "insert">[]): Edit[] => names.map((kind) => ({ kind }));

describe("the line editor", () => {
  it("sends text and Enter that arrive in one chunk", () => {
    expect(typed("short comedies\r")).toMatchObject({ sent: ["short comedies"], editor: { text: "" } });
  });

  it("sends every line of a chunk that holds several, and keeps what follows the last", () => {
    expect(typed("one\rtwo\r\nthr")).toMatchObject({
      sent: ["one", "two"],
      editor: { text: "thr", cursor: 3 },
    });
  });

  it("sends nothing for an empty line", () => {
    expect(typed("   \r")).toMatchObject({ sent: [], editor: { text: "" } });
  });

  it("takes a paste of several lines as one line to look over", () => {
    expect(edited([editOfPaste("one\r\n  two\nthree\n")])).toMatchObject({
      sent: [],
      editor: { text: "one two three" },
    });
  });

  it("lets no escape sequence or control character into the line", () => {
    expect(typed("a\u001b[31mb\u0000c").editor.text).toBe("abc");
    expect(edited([editOfPaste("a\u001b]0;t\u0007b")]).editor.text).toBe("ab");
  });

  it("inserts and deletes at the cursor", () => {
    const { editor } = edited([insert("hat"), ...kinds("left", "left"), insert("e"), ...kinds("delete")]);
    expect(editor).toMatchObject({ text: "het", cursor: 2 });
    expect(edited(kinds("backspace", "backspace", "backspace"), editor).editor).toMatchObject({
      text: "t",
      cursor: 0,
    });
  });

  it("moves and deletes by whole graphemes", () => {
    const { editor } = edited([insert("a👩‍👩‍👧é"), ...kinds("left", "backspace")]);
    expect(editor).toMatchObject({ text: "aé", cursor: 1 });
    expect(edited(kinds("right", "backspace"), editor).editor.text).toBe("a");
  });

  it("moves and deletes by words and to the ends", () => {
    const line = edited([insert("one two three")]).editor;
    expect(edited(kinds("word-left", "word-left"), line).editor.cursor).toBe(4);
    expect(edited(kinds("home", "word-right"), line).editor.cursor).toBe(3);
    expect(edited(kinds("delete-word"), line).editor.text).toBe("one two ");
    expect(edited(kinds("word-left", "delete-to-start"), line).editor).toMatchObject({
      text: "three",
      cursor: 0,
    });
    expect(edited(kinds("home", "delete-to-end"), line).editor.text).toBe("");
  });

  it("brings back what was sent, and what was being typed after it", () => {
    const { editor } = edited([
      insert("one"),
      ...kinds("submit"),
      insert("two"),
      ...kinds("submit"),
      insert("dra"),
    ]);
    const texts = (...names: Exclude<Edit["kind"], "insert">[]): string =>
      edited(kinds(...names), editor).editor.text;
    expect(texts("previous")).toBe("two");
    expect(texts("previous", "previous")).toBe("one");
    expect(texts("previous", "previous", "previous")).toBe("one");
    expect(texts("previous", "previous", "next", "next")).toBe("dra");
  });

  it.each([
    ["u", "delete-to-start"],
    ["w", "delete-word"],
    ["a", "home"],
    ["e", "end"],
    ["k", "delete-to-end"],
    ["j", "submit"],
  ])("reads Ctrl-%s as %s", (letter, kind) => {
    expect(editsOf(letter, { ...NO_KEY, ctrl: true })).toEqual([{ kind }]);
  });

  it("ignores keys that mean nothing to a line", () => {
    expect(editsOf("", { ...NO_KEY, tab: true })).toEqual([]);
    expect(editsOf("q", { ...NO_KEY, ctrl: true })).toEqual([]);
    expect(editsOf("x", { ...NO_KEY, meta: true })).toEqual([]);
  });
});
