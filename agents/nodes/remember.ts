import type { ItemId } from "../../memory/ids.ts";
import type { NewItemNote, NoteStore } from "../../memory/items/notes.ts";
import { type Shortlist, shownItems } from "../../memory/items/shortlist.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import type { Answer } from "../answer.ts";
import { type Conversation, MOST_SAID, MOST_VERSIONS, type Version } from "../conversation.ts";
import { withoutForgotten } from "../situation.ts";
import { withStanding } from "../standing.ts";
import { sameWish } from "../table.ts";
import type { Turn } from "../turn.ts";

/** Nobody remembers what was shown sixty lists ago. */
const MOST_OFFERED = 300;
/** How many candidates stay on the table between turns: enough for several "more". */
const KEPT_ON_TABLE = 60;
/** How many a version keeps, to go back to. */
const KEPT_IN_VERSION = 20;
/** Trail entries of items that left the table, newest kept. */
const KEPT_DEPARTURES = 40;

export interface RememberDependencies {
  readonly users: Pick<UserStore, "remember" | "undo">;
  readonly notes: Pick<NoteStore, "add"> | undefined;
  readonly dataset: string;
}

/** Ends the turn: memory is written, and the thread gets its next state. Synchronous, so that a turn is kept whole or not at all. */
export function remember(turn: Turn, dependencies: RememberDependencies): Conversation {
  const { users, notes, dataset } = dependencies;
  const key = { user: turn.user, dataset, thread: turn.thread, turn: turn.number };
  for (const { turn: takenBack } of undoneVersions(turn).toReversed())
    users.undo({ ...key, turn: takenBack });
  const { facts, events } = turn.extraction;
  if (facts.length > 0 || events.length > 0) users.remember(key, { facts, events });
  for (const note of opinionsIn(turn, dataset)) notes?.add(note);
  const answer = answerOf(turn);
  const shortlist = trimmed(turn.shortlist, KEPT_ON_TABLE);
  const forgetsAll = turn.extraction.forget?.kind === "all";
  const focus = focusOf(turn, answer);
  return {
    owner: { user: turn.user, thread: turn.thread, dataset },
    turn: turn.number,
    request: turn.request,
    shortlist,
    offered: [...new Set([...turn.offered, ...shownItems(shortlist)])].slice(-MOST_OFFERED),
    relaxed: [...turn.relaxed],
    versions: forgetsAll ? [] : nextVersions(turn),
    ...(focus !== undefined && { focus }),
    ...(turn.question && { question: turn.question }),
    said: forgetsAll
      ? []
      : [...withoutForgotten(turn), { user: turn.text, agent: turn.reply }].slice(-MOST_SAID),
    last: { plan: turn.plan, answer },
  };
}

/** What was said of single items, where it says how they were: "seen it" and "not that" say nothing of the item. */
function opinionsIn({ extraction, user, thread, number, startedAt }: Turn, dataset: string): NewItemNote[] {
  return extraction.events
    .filter(({ verdict }) => verdict === "liked" || verdict === "disliked" || verdict === "rated")
    .map(({ item, provenance }) => ({
      dataset,
      item,
      user,
      kind: "said",
      text: provenance.said,
      source: { thread, turn: number },
      at: startedAt,
    }));
}

/** The answer as every surface gets it. */
export function answerOf(turn: Turn): Answer {
  return {
    reply: turn.reply,
    items: [...turn.items],
    constraints: withStanding(turn.request, turn.known.facts).constraints,
    relaxed: [...turn.relaxed],
    understood: turn.plan.understood,
    options: turn.question?.options ?? [],
    ...(turn.claims.length > 0 && {
      claims: turn.claims.map(({ item, claims }) => ({ item, claims: [...claims] })),
    }),
  };
}

/** A turn that changed something can be gone back on; one that only asked can't, so "undo" skips it. */
function nextVersions(turn: Turn): Version[] {
  const undone = undoneVersions(turn);
  const [reached] = undone;
  if (reached === undefined) return withVersion(turn, turn.before);
  const left = turn.before.versions.slice(0, -undone.length);
  const onward = turn.plan.steps.some((step) => step.tool === "undo" && step.onward === true);
  return onward ? withVersion(turn, { ...reached, versions: left }) : left;
}

/** The versions that this turn takes back, oldest first. */
function undoneVersions({ before, undone = 0 }: Turn): readonly Version[] {
  return undone === 0 ? [] : before.versions.slice(-undone);
}

/** The versions so far with what this turn started from, where it changed anything. */
function withVersion(
  turn: Turn,
  before: Pick<Conversation, "versions" | "request" | "shortlist" | "offered" | "relaxed">,
): Version[] {
  const { facts, events, forget } = turn.extraction;
  // What is forgotten is gone: there is no way back to it, so forgetting is no version of its own.
  if (forget !== undefined && facts.length + events.length === 0) return [...before.versions];
  const changed =
    facts.length > 0 ||
    events.length > 0 ||
    turn.shortlist.version !== before.shortlist.version ||
    !sameWish(turn.request, before.request);
  if (!changed) return [...before.versions];
  const version: Version = {
    turn: turn.number,
    request: before.request,
    shortlist: outline(before.shortlist),
    offered: before.offered,
    relaxed: before.relaxed,
  };
  return [...before.versions, version].slice(-MOST_VERSIONS);
}

/** The best candidates, and of the trail what speaks of them or of what left last. */
function trimmed(shortlist: Shortlist, most: number): Shortlist {
  const candidates = shortlist.candidates.slice(0, Math.max(most, shortlist.shown));
  const kept = new Set(shownItems(shortlist));
  const departures = shortlist.trail.filter(({ action }) => action === "dropped").slice(-KEPT_DEPARTURES);
  const own = shortlist.trail.filter(({ action, item }) => action !== "dropped" && kept.has(item));
  return { ...shortlist, candidates, trail: [...own, ...departures] };
}

/** What going back needs: the items in their order. Ranks and trail would make every checkpoint several times as large. */
function outline(shortlist: Shortlist): Shortlist {
  const candidates = shortlist.candidates.slice(0, Math.max(KEPT_IN_VERSION, shortlist.shown));
  return {
    ...shortlist,
    candidates: candidates.map(({ item, score }) => ({ item, score, ranks: {} })),
    trail: [],
  };
}

/** The one item that something was said of; of several none is "it". */
function onlyJudged({ extraction }: Turn): ItemId | undefined {
  const items = new Set(extraction.events.map(({ item }) => item));
  return items.size === 1 ? [...items][0] : undefined;
}

/** "My brother loved Heat": it is spoken of, though nothing is remembered. */
function judgedByOthers({ plan }: Turn): ItemId | undefined {
  const act = plan.acts.findLast((one) => one.act === "feedback");
  return act?.act === "feedback" && act.items.length === 1 ? act.items[0] : undefined;
}

/** What "it" means next: the one item this turn was about. */
function focusOf(turn: Turn, { items }: Answer): ItemId | undefined {
  const about =
    turn.lookUps.at(-1)?.item ??
    turn.opinions.at(-1)?.item ??
    turn.claims.at(-1)?.item ??
    onlyJudged(turn) ??
    judgedByOthers(turn);
  if (items.length === 0) return about ?? turn.before.focus;
  return items.length === 1 ? items[0]?.id : about;
}
