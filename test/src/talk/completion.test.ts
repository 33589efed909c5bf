import { describe, expect, it } from "vitest";
import { openChat } from "../../../src/talk/chat.ts";
import type { Completion } from "../../../src/talk/completion.ts";
import { chatOptions, listed } from "../../support/chat-options.ts";
import { scriptedRecommender } from "../../support/scripted-recommender.ts";

const still = new AbortController().signal;

async function completing(items: readonly string[] = ["Heat", "Fargo", "Alien"]) {
  const recommender = scriptedRecommender(() => ({ items }));
  const chat = await openChat(
    { ...chatOptions(() => recommender), datasets: async () => [listed("films", 34), listed("Books", 7)] },
    still,
  );
  for await (const _ of chat.send("crime", still));
  return (text: string, cursor = text.length) => chat.complete(text, cursor);
}

const texts = (completion: Completion | undefined): string[] =>
  completion?.candidates.map(({ text }) => text) ?? [];

/** The line with the first candidate in it. */
const first = (line: string, completion: Completion | undefined): string | undefined =>
  completion && line.slice(0, completion.from) + texts(completion)[0] + line.slice(completion.to);

describe("a line goes on", () => {
  it.each([
    ["something like blade", "something like Blade Runner"],
    ["films with both al pac", "films with both Al Pacino"],
    ["directed by kuro", "directed by Akira Kurosawa"],
    ["I liked the god", "I liked The Godfather"],
    ["not “silence of", "not “The Silence of the Lambs"],
    // "like al" begins no title here, but it might: the last word is what is meant.
    ["like al", "like Alien"],
    ["heat, fargo and once upon a time in", "heat, fargo and Once Upon a Time in the West"],
  ])("%j as %j", async (line, whole) => {
    const complete = await completing();
    expect(first(line, await complete(line))).toBe(whole);
  });

  it("with what stands before the cursor, and keeps what stands behind it", async () => {
    const complete = await completing();
    const line = "like ami but shorter";
    expect(first(line, await complete(line.replace("ami", "ame"), "like ame".length))).toBe(
      "like Amélie but shorter",
    );
  });

  it("with nothing where nothing was begun, or nothing begins so", async () => {
    const complete = await completing();
    expect(await complete("")).toBeUndefined();
    expect(await complete("something like ")).toBeUndefined();
    expect(await complete("something like qqq")).toBeUndefined();
    expect(await complete("/export he")).toBeUndefined();
  });

  it("with slash commands, a blank after those that take something", async () => {
    const complete = await completing();
    expect(texts(await complete("/p"))).toEqual(["/plan"]);
    expect(texts(await complete("/W"))).toEqual(["/why ", "/watch "]);
    expect(texts(await complete("/")).length).toBeGreaterThan(10);
  });

  it("with places of the list by number or title, datasets and users", async () => {
    const complete = await completing();
    expect((await complete("/why "))?.candidates).toEqual([
      { text: "1", label: "1 Heat (1995)" },
      { text: "2", label: "2 Fargo (1996)" },
      { text: "3", label: "3 Alien (1979)" },
    ]);
    expect(texts(await complete("/seen fa"))).toEqual(["2"]);
    expect(texts(await complete("/data b"))).toEqual(["Books"]);
    expect(await complete("/user x")).toBeUndefined();
  });
});
