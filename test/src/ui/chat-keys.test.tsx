import { afterEach, describe, expect, it } from "vitest";
import { alt, type DrawnChat, type DrawOptions, drawChat, KEYS, paste } from "../../support/drawn-chat.tsx";
import { scriptedRecommender } from "../../support/scripted-recommender.ts";

const open: DrawnChat[] = [];
afterEach(() => {
  for (const chat of open.splice(0)) chat.unmount();
});

async function started(options: DrawOptions = {}): Promise<DrawnChat> {
  const chat = drawChat(options);
  open.push(chat);
  chat.model.start();
  await chat.until(() => chat.model.state().where !== undefined && !chat.frame().includes("getting ready"));
  return chat;
}

/** Two crime films on the table. */
async function withList(options: DrawOptions = {}): Promise<DrawnChat> {
  const script = () => ({ reply: "Two for you.", items: ["Heat", "Fargo"] });
  const chat = await started({ script, ...options });
  await chat.press("crime", KEYS.enter);
  await chat.until(() => chat.frame().includes("what next?"));
  return chat;
}

describe("what was said before", () => {
  const earlier = [
    { user: "short comedies", agent: "Here." },
    { user: "something like Heat", agent: "Here." },
  ];

  it("comes back with Up, also from before a restart, and the draft after it with Down", async () => {
    const recommender = scriptedRecommender(undefined, { said: earlier });
    const { from, press, until } = await started({ recommender });
    await press("war films", KEYS.enter);
    await until(() => recommender.heard.length === 1);
    await press("dra", KEYS.up, KEYS.up);
    expect(from("› something like Heat").at(-1)).toBe("› something like Heat");
    await press(KEYS.down, KEYS.down);
    expect(from("› dra").at(-1)).toBe("› dra");
  });

  it("is searched backwards with Ctrl-R; Esc gives the draft back, Enter sends what was found", async () => {
    const recommender = scriptedRecommender(undefined, { said: earlier });
    const { from, press, until } = await started({ recommender });
    await press("dra", KEYS.ctrlR, "o", "m");
    expect(from("search back").slice(0, 2)).toEqual([
      "search back: “om” · Ctrl-R further · Enter sends · Esc as it was",
      "› something like Heat",
    ]);
    await press(KEYS.ctrlR);
    expect(from("search back")[1]).toBe("› short comedies");
    await press(KEYS.ctrlR);
    expect(from("nothing more")[1]).toBe("› short comedies");
    await press(KEYS.escape);
    expect(from("› dra").at(-1)).toBe("› dra");
    await press(KEYS.ctrlR, "com", KEYS.enter);
    await until(() => recommender.heard.length === 1);
    expect(recommender.heard).toEqual(["short comedies"]);
    expect(from("› dra").at(-1)).toBe("› dra");
  });

  it("is another person's own after /user", async () => {
    const said = (user: string) => [{ user: `said by ${user}`, agent: "Here." }];
    const { from, press, until, model } = await started({
      recommender: scriptedRecommender(undefined, { said }),
    });
    await press("/user bea", KEYS.enter);
    await until(() => model.state().where?.user === "bea");
    await press(KEYS.up);
    expect(from("› said by bea").at(-1)).toBe("› said by bea");
    await press(KEYS.up, KEYS.up);
    expect(from("› said by bea").at(-1)).toBe("› said by bea");
  });
});

describe("completion", () => {
  it("offers titles and people anywhere in the line, goes through them with Tab, and typing goes on", async () => {
    const { from, press, until } = await started();
    await press("something like ali", KEYS.tab);
    await until(() => from("› something").length === 2);
    expect(from("› something")).toEqual(["› something like Alien", "›Alien  Aliens"]);
    await press(KEYS.tab);
    expect(from("› something")).toEqual(["› something like Aliens", " Alien ›Aliens"]);
    await press(KEYS.backTab, " but funny");
    expect(from("› something")).toEqual(["› something like Alien but funny"]);
  });

  it("needs no capitals, no accents and no “the”; the only name is simply typed", async () => {
    const { from, press, until } = await started();
    await press("like ame", KEYS.tab);
    await until(() => from("› like Am").length === 1);
    expect(from("› like Am")).toEqual(["› like Amélie"]);
    await press(" or the sile", KEYS.tab);
    await until(() => from("› like Am")[0]?.includes("Lambs") ?? false);
    expect(from("› like Am")).toEqual(["› like Amélie or The Silence of the Lambs"]);
    await press(" with de ni", KEYS.tab);
    await until(() => from("› like Am")[0]?.includes("De Niro") ?? false);
  });

  it("gives the line back as it was typed on Esc, and says where nothing begins so", async () => {
    const { from, frame, press, until } = await started();
    await press("like al", KEYS.tab);
    await until(() => from("› like Al").length === 2);
    await press(KEYS.tab, KEYS.escape);
    expect(from("› like al")).toEqual(["› like al"]);
    await press(" zzz", KEYS.tab);
    await until(() => frame().includes("no title, person or command begins so"));
  });

  it("is not waited for by who presses Esc meanwhile", async () => {
    const { from, model, press } = await started();
    const complete = model.complete;
    let offered = (): void => undefined;
    Object.assign(model, {
      complete: async (text: string, cursor: number) => {
        await new Promise<void>((resolve) => {
          offered = resolve;
        });
        return complete(text, cursor);
      },
    });
    await press("like ali", KEYS.tab);
    expect(from("looking up names").length).toBe(2);
    await press(KEYS.escape);
    offered();
    await press("en");
    expect(from("› like")).toEqual(["› like alien"]);
  });

  it("knows the commands, the list, the datasets and the users", async () => {
    const { from, press, until } = await withList({ columns: 60 });
    const line = async (text: string, shown: number): Promise<string[]> => {
      await press("\u0015", text, KEYS.tab);
      await until(() => from("› /").length === shown);
      return from("› /").slice(-shown);
    };
    expect(await line("/", 3)).toEqual([
      "› /why",
      "›/why [N]  /about N  /seen N  /like N  /dislike N",
      " /rate N V  /watch N  /undo  /plan  /export [FILE]  /help",
    ]);
    await press(KEYS.escape);
    expect(await line("/seen ", 2)).toEqual(["› /seen 1", "›1 Heat (1995)  2 Fargo (1996)"]);
    await press(KEYS.escape);
    expect(await line("/like far", 1)).toEqual(["› /like 2"]);
    expect(await line("/data F", 1)).toEqual(["› /data films"]);
  });
});

describe("text of several lines", () => {
  it("is typed with Alt-Enter or Ctrl-J, and sent as it is", async () => {
    const { from, press, recommender, until } = await started();
    await press("no horror", KEYS.altEnter, "from the 90s", KEYS.ctrlJ, "short");
    expect(from("› no horror")).toEqual(["› no horror", "  from the 90s", "  short"]);
    await press(KEYS.enter);
    await until(() => recommender.heard.length === 1);
    expect(recommender.heard).toEqual(["no horror\nfrom the 90s\nshort"]);
  });

  it("is shown shortened where a long one was pasted, and sent whole on Enter only", async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `wish ${at}`).join("\n");
    const { from, press, recommender, until } = await started();
    await press(paste(lines));
    expect(from("lines pasted]")).toEqual(["› [12 lines pasted]"]);
    expect(recommender.heard).toEqual([]);
    await press(KEYS.enter);
    await until(() => recommender.heard.length === 1 && from("› wish 0").length > 9);
    expect(recommender.heard).toEqual([lines]);
    expect(from("› wish 0").slice(7, 9)).toEqual(["  wish 7", "  … 4 more lines"]);
  });
});

describe("the list under the keys", () => {
  it("is entered with Tab on an empty line, and shows the item and what each key does", async () => {
    const { from, press } = await withList();
    await press(KEYS.tab);
    expect(from("› a key")).toEqual([
      "› a key from below, or type on",
      "›1 Heat (1995)",
      "s seen · l liked · d not for me · w why · a about · + watchlist · r rate · ↑↓ or 1–2 another ·",
      "Esc back",
    ]);
    await press(KEYS.down);
    expect(from("›2 ")[0]).toBe("›2 Fargo (1996)");
    await press("1");
    expect(from("›1 ")[0]).toBe("›1 Heat (1995)");
    await press(KEYS.escape);
    expect(from("› what next?")).toEqual(["› what next? Tab picks from the list, /help"]);
  });

  it.each([
    ["s", "I have seen number 2"],
    ["l", "I liked number 2"],
    ["d", "I didn't like number 2"],
    ["w", "why number 2?"],
    ["a", "tell me about number 2"],
    ["+", "put number 2 on my watchlist"],
    ["r4", "I give number 2 a 4"],
    [KEYS.enter, "tell me about number 2"],
  ])("says with %j what a person would say", async (keys, sentence) => {
    const { from, press, recommender, until } = await withList();
    await press(KEYS.down, KEYS.down, ...keys);
    await until(() => recommender.heard.length === 2);
    expect(recommender.heard[1]).toBe(sentence);
    await until(() => from(`› ${sentence}`).length > 1);
  });

  it("says that a rating is off the scale, and still waits for one that is not", async () => {
    const { frame, press, recommender, until } = await withList();
    await press(KEYS.tab, "r", "9");
    expect(frame().replaceAll("\u00a0", " ")).toMatch(/9 is not on the scale\b.*how was it, 1 to 5\?/);
    await press("4");
    await until(() => recommender.heard.length === 2);
    expect(recommender.heard[1]).toBe("I give number 1 a 4");
  });

  it("is left by typing, and by Up from the first; a rating off the scale says nothing", async () => {
    const { from, press, recommender } = await withList();
    await press(KEYS.tab, "r", "9", KEYS.enter, KEYS.escape, KEYS.tab, "funny ones");
    expect(from("› funny")).toEqual(["› funny ones"]);
    await press("\u0015", KEYS.down, KEYS.up, KEYS.up);
    expect(from("› crime").at(-1)).toBe("› crime");
    expect(recommender.heard).toEqual(["crime"]);
  });

  it("is not there while a turn runs, which may change what the numbers mean", async () => {
    const hang = { until: new Promise<void>(() => undefined) };
    const script = (text: string) => (text === "slow" ? hang : { items: ["Heat", "Fargo"] });
    const { from, frame, press, until } = await withList({ script });
    await press("slow", KEYS.enter);
    await until(() => frame().includes("Esc stops it"));
    await press(KEYS.tab, "s");
    expect(from("Esc stops it")[1]).toBe("› s");
  });
});

describe("a question with answers", () => {
  const script = () => ({ reply: "Any genre?", items: ["Heat"], options: ["Drama", "Film noir", "Comedy"] });

  it("shows them numbered, and a single key press answers", async () => {
    const { from, press, recommender, until } = await withList({ script });
    expect(from("Because you liked").slice(1)).toEqual([
      "  1 Drama · 2 Film noir · 3 Comedy",
      "",
      "Alt-1 to Alt-3 answers, or Tab and a digit",
      "› what next? Tab picks from the list, /help",
    ]);
    await press(alt("2"));
    await until(() => recommender.heard.length === 2);
    expect(recommender.heard[1]).toBe("Film noir");
  });

  it("takes a digit after Tab, or Enter on the highlighted one; Tab again is in the list", async () => {
    const { from, press, recommender, until } = await withList({ script });
    await press(KEYS.tab);
    expect(from("› a key")).toEqual([
      "› a key from below, or type on",
      "›1 Drama  2 Film noir  3 Comedy",
      "Enter or a digit answers · ←→ another · Tab the list · Esc back",
    ]);
    await press(KEYS.tab);
    expect(from("› a key")[1]).toBe("›1 Heat (1995)");
    await press(KEYS.backTab, KEYS.enter);
    await until(() => recommender.heard.length === 2);
    await until(() => from("› Comedy").length > 1);
    await press(KEYS.tab, "1");
    await until(() => recommender.heard.length === 3);
    expect(recommender.heard.slice(1)).toEqual(["Comedy", "Drama"]);
  });

  it("leaves numbers to be typed: a bare one is an answer only when it is sent alone", async () => {
    const { from, press, recommender, until } = await withList({ script });
    await press("1");
    expect(from("Enter answers")).toEqual(["Enter answers “Drama”", "› 1"]);
    await press("2 films", KEYS.enter);
    await until(() => recommender.heard.length === 2);
    await until(() => from("Alt-1").length > 1);
    await press("3", KEYS.enter);
    await until(() => recommender.heard.length === 3);
    expect(recommender.heard.slice(1)).toEqual(["12 films", "Comedy"]);
  });
});
