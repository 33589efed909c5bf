import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type HistoryEvent, isFromExport, lastWords } from "../../memory/users/history.ts";
import type { Fact, FactSubject } from "../../memory/users/profile.ts";
import { sanitiseLine } from "../sanitise.ts";

/** What is remembered of one user in one dataset. */
export interface Recalled {
  readonly facts: readonly Fact[];
  readonly events: readonly HistoryEvent[];
}

/**
 * Memory as a person reads it: each preference and each item, with the sentence it came from.
 *
 * @param most items, the latest of them; the rest is counted
 * @param who a user named by whoever asks; absent where the person asks
 */
export function memoryLines(
  recalled: Recalled,
  catalogue: Catalogue,
  most = Number.POSITIVE_INFINITY,
  who?: string,
): string[] {
  const { facts } = recalled;
  const events = lastWords(recalled.events);
  if (facts.length === 0 && events.length === 0) {
    return [`I remember nothing of ${who === undefined ? "you" : `“${sanitiseLine(who)}”`} yet.`];
  }
  const told = events.slice(Math.max(0, events.length - most));
  return [
    ...facts.map((fact) => `${factText(fact)}${tonight(fact.scope)} ${quoted(fact.provenance.said)}`),
    ...(told.length < events.length ? [shortened(events, told.length)] : []),
    ...told.map((event) => `${eventText(event, catalogue)}${tonight(event.scope)} ${source(event)}`),
  ];
}

/** "1,300 films: 900 rated, 400 seen; the latest 20:". */
function shortened(events: readonly HistoryEvent[], most: number): string {
  const tally = [...Map.groupBy(events, ({ verdict }) => verdict)]
    .map(([verdict, all]) => `${all.length} ${verdict}`)
    .join(", ");
  return `${tally} (all of them: cicerone memory show); the latest ${most}:`;
}

function factText(fact: Fact): string {
  const subject = subjectText(fact.subject);
  if (fact.polarity === "neutral") return `no longer matters: ${subject}`;
  const { holder } = fact;
  if (holder !== undefined) {
    const who = sanitiseLine(holder);
    return fact.polarity === "like" ? `liked by ${who}: ${subject}` : `not for ${who}: ${subject}`;
  }
  return fact.polarity === "like" ? `you like ${subject}` : `not for you: ${subject}`;
}

function subjectText(subject: FactSubject): string {
  if (subject.about === "value") return `${sanitiseLine(subject.value)} (${subject.facet})`;
  const { facet, min, max } = subject;
  if (min !== undefined && max !== undefined) return `${facet} ${min} to ${max}`;
  if (max !== undefined) return `${facet} up to ${max}`;
  return min === undefined ? facet : `${facet} from ${min}`;
}

function eventText(event: HistoryEvent, catalogue: Catalogue): string {
  const index = catalogue.indexOf(event.item);
  const title = index === undefined ? `${event.item} (no longer in the catalogue)` : catalogue.title(index);
  if (event.verdict === "rated") return `you rated ${sanitiseLine(title)} ${event.value}`;
  if (event.verdict === "seen") return `you have ${catalogue.noun.past} ${sanitiseLine(title)}`;
  if (event.verdict === "wanted") return `you want to ${catalogue.noun.verb} ${sanitiseLine(title)}`;
  if (event.verdict === "rejected") return `you turned down ${sanitiseLine(title)}`;
  return `you ${event.verdict} ${sanitiseLine(title)}`;
}

function tonight(scope: Fact["scope"]): string {
  return scope === "tonight" ? ", for tonight" : "";
}

/** The sentence it was said in; of what was imported the line it came from, which nobody said. */
function source({ provenance }: HistoryEvent): string {
  if (!isFromExport(provenance)) return quoted(provenance.said);
  return `(${sanitiseLine(provenance.said)})`;
}

function quoted(said: string): string {
  return said === "" ? "" : `(“${sanitiseLine(said)}”)`;
}
