import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserId } from "../../../memory/ids.ts";
import { type Chat, type ChatOptions, openChat } from "../../../src/talk/chat.ts";
import type { OpenHost } from "../../../src/talk/place.ts";
import type { Shown } from "../../../src/talk/shown.ts";
import { cosmeticCatalogue } from "../../fixtures/cosmetics.ts";
import { filmId } from "../../fixtures/films.ts";
import { chatOptions, listed } from "../../support/chat-options.ts";
import { type ScriptedRecommender, scriptedRecommender } from "../../support/scripted-recommender.ts";

const still = new AbortController().signal;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cicerone-chat-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly chat: Chat;
  readonly films: ScriptedRecommender;
  readonly cosmetics: ScriptedRecommender;
}

/** Films, with cosmetics beside them. */
async function started(own: Partial<ChatOptions> = {}): Promise<Started> {
  const films = scriptedRecommender(() => ({ items: ["Heat", "Fargo"], understood: "Crime · 1990–1999" }));
  const cosmetics = scriptedRecommender(undefined, { catalogue: cosmeticCatalogue() });
  const hosts: Record<string, OpenHost> = { films, cosmetics };
  const chat = await openChat(
    {
      ...chatOptions(() => films),
      open: async (data) => hosts[data] ?? Promise.reject(new Error(`cannot open ${data}`)),
      datasets: async () => [listed("cosmetics", 20), listed("films", 34), listed("broken", 1)],
      folder,
      ...own,
    },
    still,
  );
  await chat.arrive();
  return { chat, films, cosmetics };
}

async function sent(chat: Chat, line: string, signal = still): Promise<Shown[]> {
  const shown: Shown[] = [];
  for await (const each of chat.send(line, signal)) shown.push(each);
  return shown;
}

async function lines(chat: Chat, line: string): Promise<string[]> {
  const [shown] = await sent(chat, line);
  if (shown?.kind !== "notice") throw new Error(`no notice: ${JSON.stringify(shown)}`);
  return [...shown.lines];
}

describe("a chat", () => {
  it("leaves nothing open where it cannot begin", async () => {
    const films = scriptedRecommender();
    const { catalogue, users, close } = films;
    const session: OpenHost["session"] = () => {
      throw new Error("that is no name");
    };
    const refusing = { catalogue, users, close, session };
    await expect(
      openChat(
        chatOptions(() => refusing),
        still,
      ),
    ).rejects.toThrow("that is no name");
    expect(films.isClosed()).toBe(true);
  });
});

describe("/data", () => {
  it("lists what is imported, and where the talk is", async () => {
    const { chat } = await started();
    expect(await lines(chat, "/data")).toEqual([
      "Imported here:",
      "  cosmetics  20 items",
      "  films      34 items, where we are",
      "  broken     1 items",
      "/data NAME goes there. What can be added: cicerone data list",
    ]);
  });

  it("goes to another, whatever the case, closes the former, and leads back", async () => {
    const { chat, films, cosmetics } = await started();
    expect(await sent(chat, "/data Cosmetics")).toMatchObject([
      {
        kind: "moved",
        lines: ["From here on about cosmetics; /data films leads back."],
        arrival: { kind: "welcome", welcome: { lines: [/20 products/] } },
      },
    ]);
    expect(films.isClosed()).toBe(true);
    await sent(chat, "a cream");
    expect(cosmetics.heard).toEqual(["a cream"]);
    expect(chat.talk()).toMatchObject({ user: "ada", thread: "t", catalogue: { name: "cosmetics" } });
    chat.close();
    expect(cosmetics.isClosed()).toBe(true);
  });

  it("names the nearest dataset where there is none of that name, and how to get others", async () => {
    const { chat } = await started();
    await expect(sent(chat, "/data cosmetic")).rejects.toMatchObject({
      code: "unknown-dataset",
      message: "There is no dataset cosmetic here.",
      hint: "Did you mean cosmetics? /data shows what is here, cicerone data list what can be added.",
    });
  });

  it("leaves the talk where it was when the other cannot be opened, or was not waited for", async () => {
    const { chat, films, cosmetics } = await started();
    await expect(sent(chat, "/data broken")).rejects.toThrow("cannot open broken");
    await expect(sent(chat, "/data cosmetics", AbortSignal.abort())).rejects.toThrow("aborted");
    expect(cosmetics.isClosed()).toBe(true);
    await sent(chat, "crime");
    expect(films.heard).toEqual(["crime"]);
    expect(films.isClosed()).toBe(false);
  });

  it("says so where it is there already", async () => {
    const { chat, films } = await started();
    expect(await lines(chat, "/data films")).toEqual(["We are talking about films."]);
    expect(films.isClosed()).toBe(false);
  });
});

describe("/user", () => {
  const like = { item: filmId("Heat"), verdict: "liked", scope: "always" } as const;

  it("lists who is known here, and with whom the talk is", async () => {
    const { chat, films } = await started();
    expect(await lines(chat, "/user")).toEqual([
      "I am talking with ada, of whom I know nothing yet.",
      "I know nobody here yet.",
      "/user NAME goes on as somebody else.",
    ]);
    for (const name of ["ada", "bea"]) {
      const user = UserId.parse(name);
      const provenance = { thread: "t", turn: 1, said: "", at: 0 };
      films.users.remember(
        { user, dataset: "films", thread: "t", turn: 1 },
        { facts: [], events: [{ ...like, provenance }] },
      );
    }
    expect(await lines(chat, "/user")).toEqual([
      "I know here:",
      "  ada, with whom I am talking",
      "  bea",
      "/user NAME goes on as somebody else.",
    ]);
  });

  it("goes on with somebody else, in a thread of their own", async () => {
    const { chat } = await started();
    expect(await sent(chat, "/user Bea Ba")).toEqual([
      {
        kind: "moved",
        lines: ["From here on with Bea Ba, of whom I know nothing yet. /user ada leads back."],
        arrival: undefined,
      },
    ]);
    const [event] = await sent(chat, "crime");
    expect(event).toMatchObject({ event: { type: "turn-started", user: "Bea Ba" } });
    expect(await lines(chat, "/memory")).toEqual(["I remember nothing of you yet."]);
  });
});

describe("/export", () => {
  it("writes the talk as Markdown, numbers the name where it is taken, and says where it wrote", async () => {
    const { chat } = await started();
    expect(await sent(chat, "/export")).toMatchObject([
      { kind: "mistake", message: "There is nothing to write yet." },
    ]);
    await sent(chat, "crime films");
    expect(await lines(chat, "/export")).toEqual([
      `One turn written to ${join(folder, "cicerone-films-t.md")}`,
    ]);
    await sent(chat, "/data cosmetics");
    await sent(chat, "a *cream*\n- cheap");
    expect(await lines(chat, "/export my talk")).toEqual([
      `2 turns written to ${join(folder, "my talk.md")}`,
    ]);
    expect(await lines(chat, "/export my talk.md")).toEqual([
      `2 turns written to ${join(folder, "my talk-2.md")}`,
    ]);
    expect(readFileSync(join(folder, "my talk.md"), "utf8")).toBe(`# A talk about films, cosmetics

Written by Cicerone on 2026-01-02 at ${new Date(Date.UTC(2026, 0, 2, 12)).toLocaleTimeString("sv").slice(0, 5)}.

## ada about films

Thread t; 34 films.

The people whose tastes were learnt from here are simulated, and so are all ratings.

> crime films

*Understood: Crime · 1990–1999*

Here you are.

1. **Heat (1995)**
   - You would give it about 4.1, probably between 3.2 and 4.9
   - Crime, Drama, Thriller · 170 min · Michael Mann · Al Pacino, Robert De Niro, Val Kilmer
   - Because you liked Heat
2. **Fargo (1996)**
   - You would give it about 4.1, probably between 3.2 and 4.9
   - Comedy, Crime, Thriller · 98 min · Joel Coen, Ethan Coen · Frances McDormand, William H. Macy, Steve Buscemi
   - Because you liked Heat

## ada about cosmetics

Thread t; 20 products.

> a \\*cream\\*\\
> \\- cheap

You said: a \\*cream\\*\\
\\- cheap
`);
  });

  it("tells what to do where it cannot write, and loses nothing", async () => {
    const { chat } = await started();
    await sent(chat, "crime films");
    await expect(sent(chat, "/export no/such/folder/talk.md")).rejects.toMatchObject({
      code: "cannot-write",
      hint: "That folder is not there. Make it first, or name another: /export FILE",
    });
    await expect(sent(chat, "/export my talk.md/talk.md")).rejects.toMatchObject({
      hint: "What should be a folder is a file. Name another place: /export FILE",
    });
    expect(await lines(chat, `/export ${folder}`)).toEqual([
      `One turn written to ${join(folder, "cicerone-films-t-2.md")}`,
    ]);
  });

  it("holds what an earlier process left, as far as it is known", async () => {
    const said = [{ user: "short ones", agent: "Two for you." }];
    const films = scriptedRecommender(undefined, { said });
    const { chat } = await started({ open: async () => films });
    const [wrote] = await lines(chat, "/export before.md");
    expect(wrote).toBe(`One turn written to ${join(folder, "before.md")}`);
    expect(readFileSync(join(folder, "before.md"), "utf8")).toContain(
      "only the latest list is still known.*\n\n> short ones\n\nTwo for you.\n\n*Since then:*\n",
    );
  });
});
