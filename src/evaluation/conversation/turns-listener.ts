import { type Conversation, NEW_CONVERSATION } from "../../../agents/conversation.ts";
import type { Mind } from "../../../agents/minds/mind.ts";
import { makePlan } from "../../../agents/nodes/plan.ts";
import { recall } from "../../../agents/nodes/recall.ts";
import { remember } from "../../../agents/nodes/remember.ts";
import { withStanding } from "../../../agents/standing.ts";
import type { Person } from "../../../agents/toolbox.ts";
import { type ItemId, UserId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Shortlist } from "../../../memory/items/shortlist.ts";
import { metItems } from "../../../memory/users/history.ts";
import type { UserStore } from "../../../memory/users/user-store.ts";
import { itemsIn, type Said } from "../../../tools/dialogue/said.ts";
import type { Request } from "../../../tools/retrieval/request.ts";
import type { DialogueTurn } from "./turns-system.ts";

/** What the agent holds of a dialogue when it is to recommend. */
export interface Heard extends Person {
  /** With what the person ruled out for good. */
  readonly request: Request;
  /** What it would not recommend: known to the person, turned down, given as an example, or named by either. */
  readonly exclude: readonly ItemId[];
  /** All that was said; of the seeker's words the titles that the grammar understood, except of what they do not want. */
  readonly said: readonly Said[];
}

/** Messages that come before a turn → what the agent holds then. */
export type Listen = (turn: DialogueTurn, signal?: AbortSignal) => Promise<Heard>;

interface ListenerParts {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  readonly mind: Mind;
}

interface Talk {
  readonly dialogue: string;
  readonly user: UserId;
  readonly conversation: Conversation;
  readonly said: readonly Said[];
}

const THREAD = "recorded";
const NEVER = new AbortController().signal;

/** Listens to recorded dialogues one after another, each message once. What is asked of the agent is understood and not done. */
export function listener(parts: ListenerParts): Listen {
  const { catalogue, users } = parts;
  let talk: Talk | undefined;
  return async (turn, signal = NEVER) => {
    const goesOn = talk?.dialogue === turn.dialogue && talk.said.length <= turn.before.length;
    let now: Talk = goesOn && talk ? talk : opened(turn.dialogue);
    for (const message of turn.before.slice(now.said.length)) {
      now =
        message.by === "seeker"
          ? await heardSeeker(now, message, parts, signal)
          : heardOther(now, message, catalogue);
    }
    talk = now;
    const { user, conversation, said } = now;
    const history = users.history(user, catalogue.name, THREAD);
    const facts = users.facts(user, catalogue.name, THREAD);
    const request = withStanding(conversation.request, facts);
    const { like, unlike, besides = [] } = request;
    const named = idsOf(itemsIn(turn.before), catalogue);
    const exclude = [...new Set([...metItems(history), ...like, ...unlike, ...besides, ...named])];
    return { history, facts, request, exclude, said };
  };
}

function opened(dialogue: string): Talk {
  return { dialogue, user: UserId.parse(`seeker-${dialogue}`), conversation: NEW_CONVERSATION, said: [] };
}

/** The seeker's words are understood and remembered; the list stays that of the other person. */
async function heardSeeker(
  { dialogue, user, conversation: before, said }: Talk,
  message: DialogueTurn["before"][number],
  { catalogue, users, mind }: ListenerParts,
  signal: AbortSignal,
): Promise<Talk> {
  const utterance = { user, thread: THREAD, text: message.typed };
  const begun = recall(utterance, before, { users, catalogue, clock: Date.now });
  const planned = { ...begun, ...(await makePlan(begun, { mind, catalogue }, signal)) };
  const turn = { ...planned, plan: { ...planned.plan, steps: [] } };
  // A question is the other's, not ours: an answer to it has to be understood by itself.
  const { question: _, ...left } = remember(turn, { users, notes: undefined, dataset: catalogue.name });
  const shortlist = { ...before.shortlist, version: left.shortlist.version };
  const judged = turn.extraction.events.filter(
    ({ verdict }) => verdict !== "disliked" && verdict !== "rejected",
  );
  const earlier = new Set(before.request.like);
  const examples = left.request.like.filter((item) => !earlier.has(item));
  const items = [...judged.map(({ item }) => item), ...examples].flatMap(
    (item) => catalogue.indexOf(item) ?? [],
  );
  return {
    dialogue,
    user,
    conversation: { ...left, shortlist, offered: before.offered },
    said: [...said, { by: "seeker", text: message.text, items: [...new Set(items)] }],
  };
}

/** What the other person names lies on the table as if the agent had shown it, in the order of naming. */
function heardOther(talk: Talk, message: DialogueTurn["before"][number], catalogue: Catalogue): Talk {
  const { conversation: found } = talk;
  const items = idsOf(message.items, catalogue);
  const focus = items.at(-1);
  const last = found.said.at(-1);
  const said = [...found.said.slice(0, -1), { user: last?.user ?? "", agent: message.typed }];
  return {
    ...talk,
    said: [...talk.said, message],
    conversation: {
      ...found,
      said,
      ...(focus !== undefined && {
        shortlist: tableOf(items, found.shortlist.version + 1),
        offered: [...new Set([...found.offered, ...items])],
        focus,
      }),
    },
  };
}

function tableOf(items: readonly ItemId[], version: number): Shortlist {
  const candidates = items.map((item, place) => ({ item, score: -place, ranks: {} }));
  return { version, candidates, shown: items.length, considered: items.length, trail: [] };
}

function idsOf(items: readonly number[], catalogue: Catalogue): ItemId[] {
  return [...new Set(items)].map((item) => catalogue.id(item));
}
