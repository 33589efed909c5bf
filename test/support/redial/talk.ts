import { MemorySaver } from "@langchain/langgraph";
import { Conversation, NEW_CONVERSATION } from "../../../agents/conversation.ts";
import { buildGraph, type CompiledAgent } from "../../../agents/graph.ts";
import { checkpointThreadOf, createSession } from "../../../agents/session.ts";
import { ItemId, UserId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Shortlist } from "../../../memory/items/shortlist.ts";
import { type Random, seededRandom } from "../../../memory/random.ts";
import type { UserStore } from "../../../memory/users/user-store.ts";
import { grammarMind } from "../../../src/grammar.ts";
import { createRecommender } from "../../../src/recommender.ts";
import { asTyped } from "../wishes/as-typed.ts";
import {
  type Dialogue,
  mentionsIn,
  readDialogues,
  TEST_DIALOGUES,
  VALIDATION_DIALOGUES,
} from "./dialogues.ts";
import { redialFilms } from "./films.ts";
import type { Held } from "./marks.ts";

/** The whole recommender over ReDial's films, with the grammar for a mind. Close it when done. */
export interface RedialStage {
  readonly catalogue: Catalogue;
  /** What is held of the seeker before and after a message of theirs. */
  readonly said: (
    dialogue: Dialogue,
    message: number,
  ) => Promise<{ before: Held; after: Held; typed: string }>;
  readonly close: () => void;
}

/** The test dialogues say how popular films are: the validation dialogues are what is measured. */
export async function openRedial(home: string): Promise<RedialStage> {
  const catalogue = redialFilms(readDialogues(VALIDATION_DIALOGUES), readDialogues(TEST_DIALOGUES));
  const recommender = await createRecommender({ catalogue, home });
  const mind = grammarMind(recommender.catalogue);
  const { users, toolbox } = recommender;
  const clock = Date.now;
  const parts = { catalogue: recommender.catalogue, users, mind, grammar: mind, toolbox, clock };
  const graph = buildGraph(parts).compile({ checkpointer: new MemorySaver() });
  return {
    catalogue: recommender.catalogue,
    said: (dialogue, message) => sayUpTo(threadOf(dialogue, recommender.catalogue, users, graph), message),
    close: recommender.close,
  };
}

/** One dialogue as a thread: what the seeker says is said to our recommender, what the other says takes the place of its answers. */
interface Thread {
  readonly dialogue: Dialogue;
  readonly catalogue: Catalogue;
  readonly random: Random;
  readonly say: (text: string) => Promise<void>;
  readonly conversation: () => Promise<Conversation>;
  readonly rewrite: (conversation: Conversation) => Promise<void>;
  readonly held: () => Promise<Held>;
}

/**
 * The seeker's messages are said one after another in a fresh thread of a fresh user. Of what our recommender answers nothing stays: the
 * films that the other person named last lie on the table in the order of naming, the last of them is spoken of, and the other's words stand for the answer. A question
 * that the other asked is not ours to put, so an answer to it has to be understood by itself.
 */
async function sayUpTo(
  thread: Thread,
  message: number,
): Promise<{ before: Held; after: Held; typed: string }> {
  const { dialogue } = thread;
  for (const { senderWorkerId, text } of dialogue.messages.slice(0, message)) {
    if (senderWorkerId === dialogue.initiatorWorkerId) await saySeeker(thread, text);
    else await sayOther(thread, text);
  }
  const before = await thread.held();
  const typed = typedBy(thread, dialogue.messages[message]?.text ?? "");
  await thread.say(typed);
  return { before, after: await thread.held(), typed };
}

async function saySeeker(thread: Thread, text: string): Promise<void> {
  const found = await thread.conversation();
  await thread.say(typedBy(thread, text));
  const { question: _, ...left } = await thread.conversation();
  const showedOne = left.last?.answer.items.length === 1;
  const focus = showedOne ? found.focus : left.focus;
  await thread.rewrite({
    ...left,
    shortlist: { ...found.shortlist, version: left.shortlist.version },
    offered: found.offered,
    focus,
  });
}

async function sayOther(thread: Thread, text: string): Promise<void> {
  const found = await thread.conversation();
  const named = mentionsIn(text).map((id) => ItemId.parse(id));
  const films = [...new Set(named)].filter((id) => thread.catalogue.indexOf(id) !== undefined);
  const last = found.said.at(-1);
  await thread.rewrite({
    ...found,
    said: [...found.said.slice(0, -1), { user: last?.user ?? "", agent: withTitles(thread, text) }],
    ...(films.length > 0 && {
      shortlist: tableOf(films, found.shortlist.version + 1),
      offered: [...new Set([...found.offered, ...films])],
      focus: films.at(-1),
    }),
  });
}

function tableOf(films: readonly ItemId[], version: number): Shortlist {
  const candidates = films.map((item, place) => ({ item, score: -place, ranks: {} }));
  return { version, candidates, shown: films.length, considered: films.length, trail: [] };
}

/** A seeker's message as it would be typed to a program that knows no numbers. */
function typedBy({ catalogue, random }: Thread, text: string): string {
  return text.replace(/@(\d+)/g, (_, id: string) => {
    const film = catalogue.indexOf(ItemId.parse(id));
    if (film === undefined) throw new RangeError(`no film ${id}`);
    const year = catalogue.value(film, "year");
    return asTyped(catalogue.title(film), random, typeof year === "number" ? year : undefined);
  });
}

function withTitles({ catalogue }: Thread, text: string): string {
  return text.replace(/@(\d+)/g, (all, id: string) => {
    const film = catalogue.indexOf(ItemId.parse(id));
    return film === undefined ? all : catalogue.title(film);
  });
}

function threadOf(dialogue: Dialogue, catalogue: Catalogue, users: UserStore, graph: CompiledAgent): Thread {
  const user = UserId.parse(`seeker-${dialogue.conversationId}`);
  const thread = "redial";
  const session = createSession({ graph, user, thread, dataset: catalogue.name, clock: Date.now });
  const configurable = { thread_id: checkpointThreadOf(catalogue.name, user, thread) };
  const conversation = async (): Promise<Conversation> => {
    const { values } = await graph.getState({ configurable });
    return Conversation.parse(values.conversation ?? NEW_CONVERSATION);
  };
  return {
    dialogue,
    catalogue,
    random: seededRandom(Number(dialogue.conversationId)),
    say: async (text) => void (await session.ask(text)),
    conversation,
    rewrite: async (rewritten) =>
      void (await graph.updateState({ configurable }, { conversation: rewritten }, "remember")),
    held: async () => ({
      request: (await conversation()).request,
      history: users.history(user, catalogue.name, thread),
      facts: users.facts(user, catalogue.name, thread),
    }),
  };
}
