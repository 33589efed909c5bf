import { CiceroneError } from "../../../../memory/errors.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Person } from "./person.ts";
import { Stated } from "./stated.ts";
import type { Said, TalkSystem } from "./talk-system.ts";

/** One turn as it went. */
export interface Turn {
  readonly act: string;
  readonly said: string;
  readonly reply: string;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

/** A whole conversation, and what is counted of it. Turns are numbered from 1. */
export interface Conversation {
  readonly system: string;
  readonly person: string;
  readonly turns: readonly Turn[];
  /** The turn in which an item was accepted; undefined where none was. */
  readonly acceptedAt: number | undefined;
  /** The first turn in which an item to the person's taste was shown. */
  readonly likedAt: number | undefined;
  readonly counts: Counts;
}

export interface Counts {
  /** Items shown, each time. */
  readonly shown: number;
  /** Of them, accepted, and to the person's taste. */
  readonly accepted: number;
  readonly liked: number;
  readonly violations: number;
  readonly relaxed: number;
  readonly repeats: number;
  readonly relisted: number;
  readonly questions: number;
  /** Turns without a reply. */
  readonly failures: number;
  readonly milliseconds: number;
}

export interface ConverseOptions {
  readonly catalogue: Catalogue;
  /** Turns after which the person gives up. */
  readonly turns: number;
  /** Milliseconds, from any origin. */
  readonly stopwatch: () => number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lets a person talk with a system until something is accepted or the person gives up.
 * Throws CiceroneError `target-leaked` where the person is about to say what must not be said: a defect of the simulator, which would
 * make every figure worthless. Rejects on abort.
 */
export async function converse(
  system: TalkSystem,
  person: Person,
  options: ConverseOptions,
): Promise<Conversation> {
  const { catalogue, stopwatch, signal } = options;
  const stated = new Stated(catalogue);
  const turns: Turn[] = [];
  const counts = { ...NONE };
  let [acceptedAt, likedAt]: (number | undefined)[] = [];
  const talk = await system.open({ id: person.id, known: person.known });
  try {
    let utterance = person.open();
    while (turns.length < options.turns && acceptedAt === undefined) {
      refuseLeak(person, utterance.text);
      stated.hear(utterance);
      const started = stopwatch();
      const said = await replyOf(talk.say(utterance.text, signal), signal);
      counts.milliseconds += stopwatch() - started;
      const items = said.items.flatMap((id) => catalogue.indexOf(id) ?? []);
      const judged = stated.judge(items, said.relaxed);
      const accepted = items.filter((item) => person.accepts(item) && stated.allows(item));
      const liked = items.filter((item) => person.likes(item) && stated.allows(item));
      const options = said.question?.options ?? [];
      counts.shown += items.length;
      counts.accepted += accepted.length;
      counts.liked += liked.length;
      counts.violations += judged.violations;
      counts.relaxed += judged.relaxed;
      counts.repeats += judged.repeats;
      counts.relisted += judged.relisted;
      counts.questions += Number(options.length > 0);
      counts.failures += Number(said.failed);
      const titles = items.map((item) => catalogue.title(item));
      const notes = [
        ...Object.entries(judged).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : [])),
        ...accepted.map((item) => `accepted ${catalogue.title(item)}`),
      ];
      turns.push({ act: utterance.act, said: utterance.text, reply: said.reply, titles, notes });
      if (accepted.length > 0) acceptedAt = turns.length;
      if (liked.length > 0) likedAt ??= turns.length;
      if (acceptedAt === undefined) utterance = person.answer({ items, options });
    }
  } finally {
    talk.close();
  }
  return { system: system.name, person: person.id, turns, acceptedAt, likedAt, counts };
}

const NONE: Counts = {
  shown: 0,
  accepted: 0,
  liked: 0,
  violations: 0,
  relaxed: 0,
  repeats: 0,
  relisted: 0,
  questions: 0,
  failures: 0,
  milliseconds: 0,
};

/** A turn that failed shows nothing; the person goes on. */
async function replyOf(
  reply: Promise<Said>,
  signal: AbortSignal | undefined,
): Promise<Said & { readonly failed: boolean }> {
  try {
    return { ...(await reply), failed: false };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof CiceroneError)) throw error;
    return { reply: error.message, items: [], relaxed: [], failed: true };
  }
}

function refuseLeak(person: Person, text: string): void {
  const leaks = person.leaks(text);
  if (leaks.length === 0) return;
  throw new CiceroneError(
    "target-leaked",
    `The simulated ${person.id} would have given the target away (${leaks.join(", ")}): “${text}”`,
    { hint: "A wording or a fact of the simulator is at fault: nothing was measured." },
  );
}
