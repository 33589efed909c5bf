import { afterEach, describe, expect, it } from "vitest";
import { type DrawnChat, type DrawOptions, drawChat, KEYS } from "../../support/drawn-chat.tsx";
import type { ScriptedTurn } from "../../support/scripted-recommender.ts";

const open: DrawnChat[] = [];
afterEach(() => {
  for (const chat of open.splice(0)) chat.unmount();
});

const HEAT: ScriptedTurn = { reply: "One for tonight.", understood: "Crime · 1990–1999", items: ["Heat"] };

function draw(options: DrawOptions = { script: () => HEAT }): DrawnChat {
  const chat = drawChat(options);
  open.push(chat);
  return chat;
}

async function started(options?: DrawOptions): Promise<DrawnChat> {
  const chat = draw(options);
  chat.model.start();
  await chat.until(() => chat.frame().includes("For example:"));
  return chat;
}

describe("the chat on a terminal", () => {
  it("paints a prompt before anything is loaded", () => {
    const { frame } = draw();
    expect(frame()).toContain("getting ready");
    expect(frame()).toContain("› you can type already");
  });

  it("welcomes with what it is, that viewers are simulated, and three sentences to try", async () => {
    const { frame } = await started();
    expect(frame()).toMatch(/I'm Cicerone, a guide to 34 films\./);
    expect(frame()).toContain("are simulated");
    expect(frame()).toContain("something like");
    expect(frame()).toContain("what do you feel like? /help");
  });

  it("draws a whole turn: question, what was understood, tools with times, reply, card", async () => {
    const { frame, from, press, until } = await started();
    await press("a crime film\r");
    await until(() => frame().includes("One for tonight.") && frame().includes("what next?"));
    expect(from("› a crime film")).toEqual([
      "› a crime film",
      "  Crime · 1990–1999",
      "  retrieve 4 ms · 7 ms in all",
      "One for tonight.",
      "  1 Heat (1995)  ★★★★☆ 4.1 (3.2 to 4.9)",
      "    Crime, Drama, Thriller · 170 min · Michael Mann · Al Pacino, Robert De Niro, Val Kilmer",
      "    Because you liked Heat",
      "",
      "› what next? Tab picks from the list, /help",
    ]);
  });

  it("draws the same on 60 columns", async () => {
    const { frame, from, press, until } = await started({ script: () => HEAT, columns: 60 });
    await press("a crime film\r");
    await until(() => frame().includes("One for tonight.") && frame().includes("what next?"));
    expect(from("I'm Cicerone")).toEqual([
      "I'm Cicerone, a guide to 34 films. Tell me what you feel",
      "like; I answer, say why, and remember.",
      "The films are real. The people whose tastes I learnt from",
      "here are simulated, so their ratings are too.",
      "For example:",
      "  short drama films from the 1990s",
      "  something like Casablanca",
      "  anything by Akira Kurosawa",
      "",
      "› a crime film",
      "  Crime · 1990–1999",
      "  retrieve 4 ms · 7 ms in all",
      "One for tonight.",
      "  1 Heat (1995)  ★★★★☆ 4.1 (3.2 to 4.9)",
      "    Crime, Drama, Thriller · 170 min · Michael Mann · Al",
      "    Pacino, Robert De Niro, Val Kilmer",
      "    Because you liked Heat",
      "",
      "› what next? Tab picks from the list, /help",
    ]);
  });

  it("shows the plan's steps while a turn runs, and stops it on Esc", async () => {
    const { frame, press, until } = await started({
      script: () => ({ until: new Promise(() => undefined) }),
    });
    await press("slow\r");
    await until(() => frame().includes("retrieve · …"));
    expect(frame()).toContain("Esc stops it");
    await press(KEYS.escape);
    await until(() => frame().includes("stopped; nothing of it is kept"));
  });

  it("asks once before it quits on Ctrl-C", async () => {
    const { frame, model, press, until } = await started();
    await press(KEYS.ctrlC);
    await until(() => frame().includes("Ctrl-C again to quit"));
    expect(model.state().ended).toBeUndefined();
    await press("x");
    await until(() => !frame().includes("again to quit"));
    await press(KEYS.ctrlC);
    await until(() => frame().includes("Ctrl-C again to quit"));
    await press(KEYS.ctrlC);
    await until(() => model.state().ended !== undefined);
  });

  it("prints no escape sequence of a catalogue, an agent or a person, and no colour under NO_COLOR", async () => {
    const { frames, frame, press, until } = await started({
      script: () => ({ reply: "a\u001b[2Jb", understood: "\u001b]0;t\u0007c" }),
    });
    await press("\u001b[200~x\u001b[31my\u001b[201~", KEYS.enter);
    await until(() => frame().includes("ab"));
    for (const sequence of ["\u001b[2J", "\u001b[31m", "\u001b]0;"]) {
      expect(frames.some((each) => each.includes(sequence))).toBe(false);
    }
    expect(frame()).toContain("› xy");
  });
});
