import { describe, expect, it } from "vitest";
import { remember } from "../../../src/ui/input-history.ts";
import { type Press, pressesOf, pressOfPaste } from "../../../src/ui/keys.ts";
import { applyEdit, type Edit, type Editor, EMPTY_EDITOR } from "../../../src/ui/line-editor.ts";
import { promptView } from "../../../src/ui/prompt-view.ts";

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

function edited(presses: readonly Press[], from: Editor = EMPTY_EDITOR): { editor: Editor; sent: string[] } {
  let editor = from;
  const sent: string[] = [];
  for (const press of presses) {
    const done = applyEdit(editor, press as Edit);
    editor = done.editor;
    if (done.submitted !== undefined) sent.push(done.submitted);
  }
  return { editor, sent };
}

const typed = (chunk: string): ReturnType<typeof edited> => edited(pressesOf(chunk, NO_KEY));
const insert = (text: string): Edit => ({ kind: "insert", text });
const paste = pressOfPaste;
type Plain = Exclude<Edit["kind"], "insert" | "paste">;
const kinds = (...names: Plain[]): Edit[] => names.map((kind) => ({ kind }));

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

  it("sends what was typed before the chat had the terminal to itself: it ends in a line feed", () => {
    expect(typed("short comedies\n")).toMatchObject({ sent: ["short comedies"], editor: { text: "" } });
  });

  it("sends nothing for an empty line", () => {
    expect(typed("   \r")).toMatchObject({ sent: [], editor: { text: "" } });
  });

  it("keeps the line breaks of a paste, and of Ctrl-J, until the text is sent", () => {
    const { editor, sent } = edited([
      paste("one\r\n  two\nthree\n"),
      ...pressesOf("\n", NO_KEY),
      insert("four"),
    ]);
    expect(editor.text).toBe("one\n  two\nthree\nfour");
    expect(sent).toEqual([]);
    expect(edited(kinds("submit"), editor).sent).toEqual(["one\n  two\nthree\nfour"]);
  });

  it("shows a long paste shortened, moves over and deletes it as one, and sends it whole", () => {
    const lines = Array.from({ length: 12 }, (_, at) => `line ${at}`).join("\n");
    const { editor } = edited([insert("compare "), paste(lines), insert(" with Heat")]);
    expect(promptView(editor, 80, 4).lines).toEqual(["compare [12 lines pasted] with Heat"]);
    expect(edited(kinds("submit"), editor).sent).toEqual([`compare ${lines} with Heat`]);
    const back = edited([...kinds("home", "word-right", "right", "delete")], editor).editor;
    expect(promptView(back, 80, 4).lines).toEqual(["compare  with Heat"]);
    expect(promptView(edited([paste("x".repeat(700))]).editor, 80, 4).lines).toEqual([
      "[700 characters pasted]",
    ]);
  });

  it("takes no sign from outside for a paste", () => {
    expect(edited([insert("a\u{10fe00}b"), paste("c\u{10fe01}d")]).editor.text).toBe("abcd");
  });

  it("moves by lines in a text that has several, and looks back only from the first", () => {
    const { editor } = edited([
      insert("sent"),
      ...kinds("submit"),
      insert("first line\nsecond\nthird 👩‍👩‍👧x"),
    ]);
    const places = (...names: Plain[]): unknown => edited(kinds(...names), editor).editor.cursor;
    expect(places("previous")).toBe("first line\nsecond".length);
    expect(places("previous", "home")).toBe("first line\n".length);
    expect(places("home", "right", "previous", "previous")).toBe(1);
    expect(edited(kinds("previous", "previous", "previous"), editor).editor.text).toBe("sent");
    expect(edited(kinds("previous", "previous", "previous", "next"), editor).editor.text).toBe(editor.text);
    expect(edited(kinds("previous", "delete-to-start"), editor).editor.text).toBe(
      "first line\n\nthird 👩‍👩‍👧x",
    );
  });

  it("lets no escape sequence or control character into the line", () => {
    expect(typed("a\u001b[31mb\u0000c").editor.text).toBe("abc");
    expect(edited([paste("a\u001b]0;t\u0007b")]).editor.text).toBe("ab");
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
    const texts = (...names: Plain[]): string => edited(kinds(...names), editor).editor.text;
    expect(texts("previous")).toBe("two");
    expect(texts("previous", "previous")).toBe("one");
    expect(texts("previous", "previous", "previous")).toBe("one");
    expect(texts("previous", "previous", "next", "next")).toBe("dra");
  });

  it("never loses a draft: neither the newest nor one made of an older text, nor by sending an older one", () => {
    const { editor } = edited([insert("one"), ...kinds("submit"), insert("dra")]);
    const changed = edited([...kinds("previous"), insert("!"), ...kinds("next")], editor).editor;
    expect(changed.text).toBe("dra");
    expect(edited(kinds("previous"), changed).editor.text).toBe("one!");
    const again = edited(kinds("previous", "submit"), editor);
    expect(again).toMatchObject({ sent: ["one"], editor: { text: "dra", cursor: 3 } });
  });

  it("puts what was said before this process in front, whatever is being typed or looked at", () => {
    const { editor } = edited([insert("one"), ...kinds("submit"), insert("dra"), ...kinds("previous")]);
    const history = remember(editor.history, ["long ago", "before"]);
    const texts = (...names: Plain[]): string => edited(kinds(...names), { ...editor, history }).editor.text;
    expect(texts("next")).toBe("dra");
    expect(texts("previous")).toBe("before");
    expect(texts("previous", "previous", "previous")).toBe("long ago");
  });

  it.each([
    ["u", { kind: "delete-to-start" }],
    ["w", { kind: "delete-word" }],
    ["a", { kind: "home" }],
    ["e", { kind: "end" }],
    ["k", { kind: "delete-to-end" }],
    ["j", { kind: "insert", text: "\n" }],
    ["r", { kind: "search" }],
    ["g", { kind: "escape" }],
    ["c", { kind: "interrupt" }],
    ["d", { kind: "end-of-input" }],
  ])("reads Ctrl-%s", (letter, press) => {
    expect(pressesOf(letter, { ...NO_KEY, ctrl: true })).toEqual([press]);
  });

  it("reads Alt-Enter and Shift-Enter as a line break, Alt with a digit as a pick, Tab both ways", () => {
    expect(pressesOf("\r", { ...NO_KEY, return: true, meta: true })).toEqual([insert("\n")]);
    expect(pressesOf("\r", { ...NO_KEY, return: true, shift: true })).toEqual([insert("\n")]);
    expect(pressesOf("2", { ...NO_KEY, meta: true })).toEqual([{ kind: "pick", place: 2 }]);
    expect(pressesOf("", { ...NO_KEY, tab: true })).toEqual([{ kind: "complete", back: false }]);
    expect(pressesOf("", { ...NO_KEY, tab: true, shift: true })).toEqual([{ kind: "complete", back: true }]);
    expect(pressesOf("co\t", NO_KEY)).toEqual([insert("co"), { kind: "complete", back: false }]);
  });

  it("ignores keys that mean nothing", () => {
    expect(pressesOf("q", { ...NO_KEY, ctrl: true })).toEqual([]);
    expect(pressesOf("x", { ...NO_KEY, meta: true })).toEqual([]);
    expect(pressesOf("c", { ...NO_KEY, super: true })).toEqual([]);
  });
});
