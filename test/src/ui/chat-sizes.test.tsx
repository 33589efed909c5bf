import stringWidth from "string-width";
import { afterEach, describe, expect, it } from "vitest";
import { type DrawnChat, drawChat, KEYS, paste } from "../../support/drawn-chat.tsx";

const open: DrawnChat[] = [];
afterEach(() => {
  for (const chat of open.splice(0)) chat.unmount();
});

const LONG = "a very long reply that has to go on below, and names 千と千尋の神隠し ".repeat(4);

function draw(columns: number, rows: number): DrawnChat {
  const script = (text: string) => {
    if (text === "slow") return { understood: "slow", until: new Promise<void>(() => undefined) };
    const understood = "Crime · 1990–1999 · not Horror · directed by Michael Mann";
    return {
      reply: LONG,
      understood,
      items: ["Heat", "Once Upon a Time in the West"],
      options: ["Drama", "Film noir"],
    };
  };
  const chat = drawChat({ columns, rows, script });
  open.push(chat);
  return chat;
}

/** What of the latest frame Ink draws anew each time: all below what is over. */
function liveHeight({ model, frame }: DrawnChat): number {
  const lines = frame().split("\n");
  const last = model.state().past.length === 0 ? -1 : lines.lastIndexOf("");
  return lines.length - 1 - last;
}

async function everything(chat: DrawnChat): Promise<void> {
  const { press, until, frame, model } = chat;
  model.start();
  await until(() => model.state().where !== undefined);
  await press("crime", KEYS.enter);
  await until(() => model.state().past.length === 2);
  await press("/help", KEYS.enter, "/why", KEYS.enter, "/nonsense", KEYS.enter, "/user", KEYS.enter);
  await until(() => model.state().past.length === 6);
  await press(KEYS.tab, KEYS.tab, "r", KEYS.escape);
  await press("something like the", KEYS.tab);
  await until(() => frame().includes("The "));
  await press(KEYS.tab, KEYS.tab, "\u0015", KEYS.ctrlR, "crime and more of it", KEYS.escape);
  await press(paste("one long line of words that goes on and on until it is too wide\ntwo\nthree"));
}

describe("on a screen", () => {
  it.each([30, 40, 60, 100])("of %i columns nothing is wider than it", async (columns) => {
    const chat = draw(columns, 24);
    await everything(chat);
    const lines = chat.frames.flatMap((frame) => frame.split("\n"));
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  });

  it.each([6, 8, 12, 24])("of %i rows what is drawn anew is never as tall as it", async (rows) => {
    const chat = draw(40, rows);
    const heights: number[] = [];
    chat.model.subscribe(() => heights.push(liveHeight(chat)));
    await everything(chat);
    await chat.press(KEYS.enter);
    await chat.until(() => chat.model.state().past.length === 7 && chat.model.state().live === undefined);
    await chat.press("slow", KEYS.enter);
    await chat.until(() => chat.frame().includes("Esc stops it"));
    await chat.press(paste("1\n2\n3\n4"), KEYS.tab);
    expect(heights.length).toBeGreaterThan(10);
    expect(Math.max(...heights, liveHeight(chat))).toBeLessThan(rows);
  });

  it("that changes its size all of the live region follows, while typing and while a turn runs", async () => {
    const chat = draw(100, 24);
    chat.model.start();
    await chat.until(() => chat.model.state().where !== undefined);
    await chat.press("slow", KEYS.enter, "x".repeat(70));
    await chat.until(() => chat.frame().includes("retrieve · …"));
    expect(chat.from("› slow")).toEqual([
      "› slow",
      "  slow",
      "  retrieve · …",
      expect.stringContaining("Esc stops it"),
      `› ${"x".repeat(70)}`,
    ]);
    await chat.resize(60, 24);
    expect(chat.from("› slow").slice(-2)).toEqual([`› ${"x".repeat(57)}`, `  ${"x".repeat(13)}`]);
    await chat.resize(30, 10);
    expect(chat.from("› slow").slice(-3)).toEqual([
      `› ${"x".repeat(27)}`,
      `  ${"x".repeat(27)}`,
      `  ${"x".repeat(16)}`,
    ]);
    await chat.resize(100, 24);
    expect(chat.from("› slow").at(-1)).toBe(`› ${"x".repeat(70)}`);
  });

  it("of 30 columns a card and the keys for it stay legible", async () => {
    const chat = draw(30, 24);
    chat.model.start();
    await chat.until(() => chat.model.state().where !== undefined);
    await chat.press("crime", KEYS.enter);
    await chat.until(() => chat.frame().includes("Drama"));
    expect(chat.from("1 Heat").slice(0, 6)).toEqual([
      "  1 Heat (1995)",
      "    ★★★★☆ 4.1 (3.2 to 4.9)",
      "    Crime, Drama, Thriller ·",
      "    170 min · Michael Mann ·",
      "    Al Pacino, Robert De Niro,",
      "    Val Kilmer",
    ]);
    await chat.press(KEYS.tab, KEYS.tab);
    expect(chat.from("› a key")).toEqual([
      "› a key from below, or type on",
      "›1 Heat (1995)",
      "s seen · l liked ·",
      "d not for me · w why ·",
      "a about · + watchlist ·",
    ]);
  });
});
