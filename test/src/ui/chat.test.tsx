import { cleanup, render } from "ink-testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { Chat } from "../../../src/ui/chat.tsx";
import { createChatModel } from "../../../src/ui/chat-model.ts";
import { type ScriptedTurn, scriptedRecommender } from "../../support/scripted-recommender.ts";

afterEach(cleanup);

const HEAT: ScriptedTurn = { reply: "One for tonight.", understood: "Crime · 1990–1999", items: ["Heat"] };

function open(script: (text: string) => ScriptedTurn = () => HEAT) {
  const recommender = scriptedRecommender(script);
  const model = createChatModel({ user: "ada", thread: "t", open: async () => recommender });
  const app = render(<Chat model={model} color={false} />);
  return { ...app, model, recommender, frame: () => app.lastFrame() ?? "" };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("it did not come to that");
}

describe("the chat on a terminal", () => {
  it("paints a prompt before anything is loaded", () => {
    const { frame } = open();
    expect(frame()).toContain("getting ready");
    expect(frame()).toContain("› you can type already");
  });

  it("welcomes with what it is, that viewers are simulated, and three sentences to try", async () => {
    const { frame, model } = open();
    model.start();
    await until(() => frame().includes("For example:"));
    expect(frame()).toMatch(/I'm Cicerone, a guide to 34 films\./);
    expect(frame()).toContain("are simulated");
    expect(frame()).toContain("something like");
    expect(frame()).toContain("what do you feel like? /help");
  });

  it("draws a whole turn: question, what was understood, tools with times, reply, card", async () => {
    const { frame, model, stdin } = open();
    model.start();
    await until(() => frame().includes("For example:"));
    stdin.write("a crime film\r");
    await until(() => frame().includes("One for tonight."));
    const turn = frame().slice(frame().indexOf("› a crime film"));
    expect(turn.split("\n").map((line) => line.replaceAll("\u00a0", " ").trimEnd())).toEqual([
      "› a crime film",
      "  Crime · 1990–1999",
      "  retrieve 4 ms · 7 ms in all",
      "One for tonight.",
      "  1 Heat (1995)  ★★★★☆ 4.1 (3.2 to 4.9)",
      expect.stringMatching(/^ {4}Crime, Drama, Thriller.* 170 min.* Michael Mann/),
      "    Because you liked Heat",
      "",
      "› what do you feel like? /help",
    ]);
  });

  it("shows the plan's steps while a turn runs, and stops it on Esc", async () => {
    const { frame, model, stdin } = open(() => ({ until: new Promise(() => undefined) }));
    model.start();
    stdin.write("slow\r");
    await until(() => frame().includes("retrieve · …"));
    expect(frame()).toContain("Esc stops it");
    stdin.write("\u001b");
    await until(() => frame().includes("stopped; nothing of it is kept"));
  });

  it("asks once before it quits on Ctrl-C", async () => {
    const { frame, model, stdin } = open();
    model.start();
    await until(() => frame().includes("For example:"));
    stdin.write("\u0003");
    await until(() => frame().includes("Ctrl-C again to quit"));
    expect(model.state().ended).toBeUndefined();
    stdin.write("x");
    await until(() => !frame().includes("again to quit"));
    stdin.write("\u0003");
    await until(() => frame().includes("Ctrl-C again to quit"));
    stdin.write("\u0003");
    await until(() => model.state().ended !== undefined);
  });

  it("prints no escape sequence of a catalogue, an agent or a person, and no colour under NO_COLOR", async () => {
    const { frames, frame, model, stdin } = open(() => ({
      reply: "a\u001b[2Jb",
      understood: "\u001b]0;t\u0007c",
    }));
    model.start();
    stdin.write("\u001b[200~x\u001b[31my\u001b[201~");
    stdin.write("\r");
    await until(() => frame().includes("ab"));
    for (const sequence of ["\u001b[2J", "\u001b[31m", "\u001b]0;"]) {
      expect(frames.some((each) => each.includes(sequence))).toBe(false);
    }
    expect(frame()).toContain("› xy");
  });
});
