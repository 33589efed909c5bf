import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AgentEvent } from "../../../agents/events.ts";
import { scriptedRecommender } from "../../support/scripted-recommender.ts";
import { runScripted } from "../../support/scripted-terminal.ts";

const films = (): ReturnType<typeof scriptedRecommender> =>
  scriptedRecommender((text) =>
    text === "fail"
      ? { failure: { code: "turn-failed", message: "The turn failed: it broke", hint: "Say it again." } }
      : { reply: "Here are two.", understood: "Crime", items: ["Heat", "Fargo"] },
  );

describe("ask", () => {
  it("prints the answer on stdout and what was understood on stderr", async () => {
    const { code, stdout, stderr } = await runScripted(["ask", "crime", "films"], {
      open: async () => films(),
    });
    expect(code).toBe(0);
    expect(stderr).toBe("(Learnt from simulated viewers, not from people.)\n[Crime]\n");
    expect(stdout).toMatch(
      /^Here are two\.\n1\. Heat \(1995\)\n {3}Crime.*\n {3}You would give it about 4\.1, probably between 3\.2 and 4\.9\n {3}Because you liked Heat\n2\. Fargo/,
    );
  });

  it("prints the whole answer as one line of JSON", async () => {
    const { stdout, stderr } = await runScripted(["ask", "crime", "--json"], { open: async () => films() });
    expect(stderr).toBe("");
    const event = AgentEvent.parse(JSON.parse(stdout));
    expect(event).toMatchObject({ type: "turn-finished", items: [{ title: "Heat" }, { title: "Fargo" }] });
  });

  it("ends with 1 when the turn fails, and closes the recommender", async () => {
    const recommender = films();
    const run = await runScripted(["ask", "fail"], { open: async () => recommender });
    expect(run).toEqual({
      code: 1,
      stdout: "",
      stderr: "cicerone: The turn failed: it broke\n  Say it again.\n",
    });
    expect(recommender.isClosed()).toBe(true);
  });
});

describe("chat --json", () => {
  it("writes every event of every turn as one line, in order", async () => {
    const { code, stdout } = await runScripted(["chat", "--json"], {
      open: async () => films(),
      stdin: 'crime films\n\n{"text":"shorter"}\n',
    });
    expect(code).toBe(0);
    const events = stdout
      .trimEnd()
      .split("\n")
      .map((line) => AgentEvent.parse(JSON.parse(line)));
    expect(events.map((event) => event.type)).toEqual([
      ...["turn-started", "plan-made", "tool-started", "tool-finished", "answer-delta", "turn-finished"],
      ...["turn-started", "plan-made", "tool-started", "tool-finished", "answer-delta", "turn-finished"],
    ]);
    expect(events[6]).toMatchObject({ turn: 2, text: "shorter" });
  });

  it("answers a malformed line with one failed turn and goes on", async () => {
    const recommender = films();
    const { code, stdout } = await runScripted(["chat", "--json"], {
      open: async () => recommender,
      stdin: '{"text":\n{"say":"x"}\n[1,2]\nfine',
    });
    const events = stdout
      .trimEnd()
      .split("\n")
      .map((line) => AgentEvent.parse(JSON.parse(line)));
    expect(code).toBe(0);
    expect(events[0]).toMatchObject({ type: "turn-failed", turn: 1, code: "input-malformed" });
    expect(events[1]).toMatchObject({ type: "turn-failed", turn: 1, code: "input-malformed" });
    expect(recommender.heard).toEqual(["[1,2]", "fine"]);
  });
});

describe("chat in plain lines", () => {
  const talk = (stdin: string, recommender = films()) =>
    runScripted(["chat", "--plain", "--user", "ada"], { open: async () => recommender, stdin });

  it("answers each line in prose and numbers, without a prompt, a colour or a control character", async () => {
    const { code, stdout, stderr } = await talk("crime films\nmore");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/1\. Heat \(1995\)/g)).toHaveLength(2);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    expect(stdout).not.toContain("> ");
  });

  it("is what a pipe gets without asking for it", async () => {
    const { stdout } = await runScripted([], { open: async () => films(), stdin: "crime" });
    expect(stdout).toContain("1. Heat (1995)");
  });

  it("knows the slash commands", async () => {
    const { stdout } = await talk(
      "/why\ncrime\n/why 2\n/plan\n/memory\n/seen 2\n/whi\n/rate 1\n/why 9\n/quit\nnever",
    );
    expect(stdout).toContain("Nothing is on the table yet.");
    expect(stdout).toContain("2. Fargo\n   Because you liked Heat\n     without Heat: rank 37 instead of 1");
    expect(stdout).toContain("  retrieve, 34 candidates, 4 ms");
    expect(stdout).toContain("I remember nothing of you yet.");
    expect(stdout).toContain("There is no /whi.\nDid you mean /why?");
    expect(stdout).toContain("/rate needs a number.");
    expect(stdout).toContain("There is no number 9.\nThe list goes from 1 to 2.");
    expect(stdout).not.toContain("never");
  });

  it("says slash commands to the agent where they are sentences", async () => {
    const recommender = films();
    await talk("crime\n/seen 2\n/rate #1 4.5\n/undo", recommender);
    expect(recommender.heard).toEqual(["crime", "I have seen number 2", "I give number 1 a 4.5", "undo"]);
  });

  it("shows a slash command as it was typed, not as the sentence that was said in its stead", async () => {
    const { stdout } = await talk("crime\n/seen 2\n/plan");
    expect(stdout).toContain("You said: /seen 2");
    expect(stdout).not.toContain("I have seen number 2");
  });

  it("tells a failed turn and goes on", async () => {
    const { code, stdout } = await talk("fail\ncrime");
    expect(code).toBe(0);
    expect(stdout).toContain("The turn failed: it broke\nSay it again.");
    expect(stdout).toContain("1. Heat (1995)");
  });

  it("never passes an escape sequence on, wherever it comes from", async () => {
    const hostile = scriptedRecommender(() => ({
      reply: "hi \u001b[2Jthere",
      understood: "\u001b]0;x\u0007y",
    }));
    const { stdout } = await talk("\u001b[31mred", hostile);
    expect(stdout).toBe("I understood: y\nhi there\n\n");
  });

  it("goes to another dataset and another person, and is told what is not there", async () => {
    const opened: ReturnType<typeof films>[] = [];
    const asked: (string | undefined)[] = [];
    const { code, stdout } = await runScripted(["chat", "--user", "ada"], {
      open: async ({ data }) => {
        asked.push(data);
        const recommender = films();
        opened.push(recommender);
        return recommender;
      },
      stdin: "/data\n/data ml1m\n/data ml-1m\ncrime\n/user bea\nmore\n/user",
    });
    expect(code).toBe(0);
    expect(asked).toEqual(["demo", "ml-1m"]);
    expect(opened.map((one) => [one.heard, one.isClosed()])).toEqual([
      [[], true],
      [["crime", "more"], true],
    ]);
    expect(stdout).toContain("Nothing is imported here.");
    expect(stdout).toContain("There is no dataset ml1m here.\nDid you mean ml-1m?");
    expect(stdout).toContain("From here on about ml-1m; /data demo leads back.\n");
    expect(stdout).toContain("From here on with bea, of whom I know nothing yet. /user ada leads back.\n");
    expect(stdout).toContain("I am talking with bea");
    expect(stdout).not.toContain("For example");
  });

  it("writes the talk to a file, and goes on where it cannot", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cicerone-plain-"));
    try {
      const file = join(folder, "talk.md");
      const { stdout } = await talk(
        `/export ${folder}/none/x.md\ncrime\n/export ${folder}/none/x.md\n/export ${file}`,
      );
      expect(stdout).toContain("There is nothing to write yet.");
      expect(stdout).toContain("That folder is not there.");
      expect(stdout).toContain(`One turn written to ${file}\n`);
      expect(readFileSync(file, "utf8")).toMatch(/^# A talk about films\n.*> crime\n.*1\. \*\*Heat/s);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is what somebody gets on a terminal who listens: every line in words", async () => {
    const { code, stdout, stderr } = await runScripted([], {
      open: async () => films(),
      environment: { INK_SCREEN_READER: "true" },
      stdin: "crime\n/why 1\n/plan\n/help\n/quit",
      isTTY: true,
    });
    expect(code).toBe(0);
    expect(stderr).toContain("For example:");
    expect(stdout).toMatch(
      /^You: I understood: Crime\nHere are two\.\n1\. Heat \(1995\)\n {3}Crime, drama and thriller, 170 min/,
    );
    // Letters, digits and the signs of sentences and of commands.
    expect(stdout).toMatch(/^[\p{L}\p{N}\s.,:;?!'’“”…%/[\]()-]*$/u);
    expect(stdout).not.toMatch(/ – | · |—|→|[★☆│─›]/);
  });
});
