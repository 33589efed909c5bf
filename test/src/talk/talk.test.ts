import { describe, expect, it } from "vitest";
import { UserId } from "../../../memory/ids.ts";
import { type Chat, openChat } from "../../../src/talk/chat.ts";
import type { Shown } from "../../../src/talk/shown.ts";
import { exampleSentences, welcome } from "../../../src/talk/welcome.ts";
import { cosmeticCatalogue } from "../../fixtures/cosmetics.ts";
import { filmCatalogue, filmId } from "../../fixtures/films.ts";
import { chatOptions } from "../../support/chat-options.ts";
import { scriptedRecommender } from "../../support/scripted-recommender.ts";

const still = new AbortController().signal;

async function sent(talk: Chat, line: string): Promise<Shown[]> {
  const shown: Shown[] = [];
  for await (const each of talk.send(line, still)) shown.push(each);
  return shown;
}

async function lines(talk: Chat, line: string): Promise<string> {
  const [shown] = await sent(talk, line);
  return shown?.kind === "notice" ? shown.lines.join("\n") : JSON.stringify(shown);
}

const films = async (script = () => ({ items: ["Heat", "Fargo"], understood: "Crime" })) => {
  const recommender = scriptedRecommender(script);
  return {
    recommender,
    talk: await openChat(
      chatOptions(() => recommender),
      still,
    ),
  };
};

describe("a talk", () => {
  it("folds the events of a turn into one view, the answer last", async () => {
    const { talk } = await films();
    const shown = await sent(talk, "crime");
    const last = shown.at(-1);
    expect(last).toMatchObject({
      kind: "event",
      turn: {
        text: "crime",
        understood: "Crime",
        steps: [{ tool: "retrieve", summary: "34 candidates", milliseconds: 4 }],
        answer: { items: [{ title: "Heat" }, { title: "Fargo" }] },
      },
    });
    expect(shown.map((each) => each.kind === "event" && each.turn.steps[0]?.milliseconds)).toContain(
      undefined,
    );
  });

  it("explains the list on the table, also after small talk", async () => {
    let items = ["Heat", "Fargo"];
    const { talk } = await films(() => ({ items, understood: "" }));
    await sent(talk, "crime");
    items = [];
    await sent(talk, "thanks");
    expect(await lines(talk, "/why 2")).toMatch(/^2\. Fargo\n {3}Because you liked Heat\n {5}– without Heat/);
    expect((await lines(talk, "/why")).match(/^\d\. /gm)).toEqual(["1. ", "2. "]);
  });

  it("knows the plan and the list of a thread that goes on", async () => {
    const { talk, recommender } = await films();
    const [finished] = (await sent(talk, "crime")).slice(-1);
    if (finished?.kind !== "event" || finished.event.type !== "turn-finished") throw new Error("no answer");
    const { type: _type, turn: _turn, mind: _mind, milliseconds: _ms, ...answer } = finished.event;
    const plan = {
      acts: [{ act: "seek" as const }],
      request: { constraints: [], like: [], unlike: [], count: 2, surprise: false },
      steps: [{ tool: "retrieve" as const }, { tool: "score" as const }],
      understood: "Crime",
    };
    const session = recommender.session({ user: "ada", thread: "t" });
    const resumed = { said: [{ user: "crime", agent: "Here you are." }], last: { plan, answer } };
    const again = await openChat(
      chatOptions(() => ({
        catalogue: recommender.catalogue,
        users: recommender.users,
        session: () => ({ ...session, resume: async () => resumed }),
        close: () => undefined,
      })),
      still,
    );
    expect(await again.arrive()).toEqual({
      kind: "resumed",
      before: { said: resumed.said, exchange: resumed.said[0], items: answer.items, options: [] },
    });
    expect(await lines(again, "/plan")).toContain("retrieve → score");
    expect(await lines(again, "/why 1")).toContain("1. Heat");
  });

  it("shows memory with the sentence each piece came from, a judgement before a later “seen”", async () => {
    const { talk, recommender } = await films();
    const user = UserId.parse("ada");
    const provenance = { thread: "t", turn: 1, said: "no horror, loved Heat", at: 0 };
    const event = { item: filmId("Heat"), scope: "always" as const, provenance };
    recommender.users.remember(
      { user, dataset: talk.talk().catalogue.name, thread: "t", turn: 1 },
      {
        facts: [
          {
            subject: { about: "value", facet: "genre", value: "Horror" },
            polarity: "dislike",
            strength: 1,
            scope: "tonight",
            provenance,
          },
        ],
        events: [
          { ...event, verdict: "liked" },
          { ...event, verdict: "seen" },
        ],
      },
    );
    expect(await lines(talk, "/memory")).toBe(
      "not for you: Horror (genre), for tonight (“no horror, loved Heat”)\nyou liked Heat (“no horror, loved Heat”)",
    );
  });

  it("says each command about an item as a sentence, so that undo takes it back", async () => {
    const { talk, recommender } = await films();
    await sent(talk, "crime");
    for (const line of [
      "/seen 2",
      "/like 1",
      "/dislike #2",
      "/about 1",
      "/watch 2",
      "/rate 1 4.5",
      "/undo",
    ]) {
      await sent(talk, line);
    }
    expect(recommender.heard).toEqual([
      "crime",
      "I have seen number 2",
      "I liked number 1",
      "I didn't like number 2",
      "tell me about number 1",
      "put number 2 on my watchlist",
      "I give number 1 a 4.5",
      "undo",
    ]);
  });

  it("refuses a place that is not on the list, and passes one on where it knows no list", async () => {
    const { talk, recommender } = await films();
    await sent(talk, "/seen 2");
    await sent(talk, "crime");
    expect(await sent(talk, "/like 3")).toEqual([
      { kind: "mistake", message: "There is no number 3.", hint: "The list goes from 1 to 2." },
    ]);
    expect(recommender.heard).toEqual(["I have seen number 2", "crime"]);
  });

  it("helps in groups that fit 60 columns, with the keys of the surface", async () => {
    const recommender = scriptedRecommender();
    const keys = ["Tab completes."];
    const talk = await openChat({ ...chatOptions(() => recommender), keys }, still);
    const help = (await lines(talk, "/help")).split("\n");
    expect(help.slice(2).every((line) => line.length <= 60)).toBe(true);
    expect(help.slice(2)).toEqual([
      "About the list (N is the number on a card):",
      "  /why [N]        every reason for item N, with evidence",
      "  /about N        what item N is about",
      "  /seen N         you know item N already",
      "  /like N         you liked item N",
      "  /dislike N      item N was not for you",
      "  /rate N V       give item N the rating V",
      "  /watch N        keep item N for later",
      "This talk:",
      "  /undo           go back one turn",
      "  /plan           how the last answer came about",
      "  /export [FILE]  write the talk to a file, as Markdown",
      "  /help           what you can type",
      "  /quit           leave",
      "You, and the data:",
      "  /memory         what I remember of you",
      "  /user [NAME]    who is known here; talk as NAME",
      "  /data [NAME]    what is here; talk about NAME",
      "Keys:",
      "  Tab completes.",
    ]);
  });

  it("refuses a rating that is not on the scale", async () => {
    const { talk, recommender } = await films();
    expect(await sent(talk, "/rate 1 9")).toMatchObject([
      { kind: "mistake", message: "9 is not on the scale." },
    ]);
    expect(recommender.heard).toEqual([]);
  });

  it("takes a lone slash, a path and a fraction for speech", async () => {
    const { talk, recommender } = await films();
    for (const line of ["/", "1/2", "// hm"]) await sent(talk, line);
    expect(recommender.heard).toEqual(["/", "1/2", "// hm"]);
  });
});

describe("the welcome", () => {
  it("says what it is and, only where it is so, that viewers are simulated", () => {
    const real = { ...filmCatalogue(), simulated: false };
    expect(welcome({ ...real, simulated: true }).lines.join(" ")).toMatch(/34 films.*simulated/);
    expect(welcome(real).lines.join(" ")).not.toMatch(/simulated/);
  });

  it("makes three sentences from the catalogue itself, whatever it holds", () => {
    for (const catalogue of [filmCatalogue(), cosmeticCatalogue()]) {
      const sentences = exampleSentences(catalogue);
      expect(sentences).toHaveLength(3);
      expect(sentences.join(" ")).toContain(catalogue.noun.many);
    }
    expect(exampleSentences(cosmeticCatalogue()).join(" ")).not.toMatch(/film|year/);
  });
});
