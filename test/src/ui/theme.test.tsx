import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Background } from "../../../src/config.ts";
import type { DrawnChat } from "../../support/drawn-chat.tsx";

// Read when Ink's colours are loaded: 256 of them, as nearly every terminal has.
vi.hoisted(() => {
  process.env.FORCE_COLOR = "2";
});

let drawChat: typeof import("../../support/drawn-chat.tsx").drawChat;
let paletteFor: typeof import("../../../src/ui/theme.tsx").paletteFor;
const open: DrawnChat[] = [];

beforeAll(async () => {
  ({ drawChat } = await import("../../support/drawn-chat.tsx"));
  ({ paletteFor } = await import("../../../src/ui/theme.tsx"));
});

afterEach(() => {
  for (const chat of open.splice(0)) chat.unmount();
});

/** A card as it is drawn, escape codes and all. */
async function card(color: boolean, background: Background | undefined): Promise<string[]> {
  const chat = drawChat({ palette: paletteFor(color, background), script: () => ({ items: ["Heat"] }) });
  open.push(chat);
  chat.model.start();
  await chat.until(() => chat.frame().includes("For example:"));
  await chat.press("crime\r");
  await chat.until(() => chat.frame().includes("what next?"));
  return chat
    .from("Heat (1995)")
    .slice(0, 3)
    .map((line) => line.replaceAll("\u001b", "ESC").trim());
}

/** Relative luminance of one of the 256 colours (WCAG 2.2). */
function luminance(number: number): number {
  const levels = [0, 95, 135, 175, 215, 255];
  const grey = 8 + 10 * (number - 232);
  const cube = number - 16;
  const channels =
    number >= 232
      ? [grey, grey, grey]
      : [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((level) => levels[level] ?? 0);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function hues(background: Background | undefined): number[] {
  return Object.values(paletteFor(true, background)).flatMap(({ color }) => {
    const number = /^ansi256\((\d+)\)$/.exec(String(color))?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

describe("the colours of a card", () => {
  const rows = (rating: number, muted: number, reason: number): string[] => [
    `ESC[38;5;${muted}m1ESC[39m ESC[1mHeat (1995)ESC[22m  ESC[38;5;${rating}m★★★★☆ 4.1 (3.2 to 4.9)ESC[39m`,
    `ESC[38;5;${muted}mCrime, Drama, Thriller · 170 min · Michael Mann · Al Pacino, Robert De Niro, Val KilmerESC[39m`,
    `ESC[38;5;${reason}mBecause you liked HeatESC[39m`,
  ];

  it("are bright on a dark background", async () => {
    expect(await card(true, "dark")).toEqual(rows(221, 247, 114));
  });

  it("are deep on a light one", async () => {
    expect(await card(true, "light")).toEqual(rows(94, 241, 22));
  });

  it("are between where nobody says what they are drawn on", async () => {
    expect(await card(true, undefined)).toEqual(rows(130, 244, 29));
  });

  it("are none under NO_COLOR, and no weight either", async () => {
    expect((await card(false, "dark")).join("\n")).not.toContain("ESC");
  });
});

describe("every colour", () => {
  const [black, darkGrey, white, cream] = [0, luminance(234), 1, 0.92] as const;

  it("can be read on what it is meant for", () => {
    expect(hues("dark").length).toBeGreaterThan(5);
    for (const hue of hues("dark")) {
      for (const ground of [black, darkGrey]) expect(contrast(luminance(hue), ground)).toBeGreaterThan(5);
    }
    for (const hue of hues("light")) {
      for (const ground of [white, cream]) expect(contrast(luminance(hue), ground)).toBeGreaterThan(5);
    }
    for (const hue of hues(undefined)) {
      for (const ground of [white, black]) expect(contrast(luminance(hue), ground)).toBeGreaterThan(3.9);
    }
  });
});
