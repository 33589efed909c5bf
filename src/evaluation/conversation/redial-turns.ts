import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { nameKey } from "../../../tools/language/name-keys.ts";
import { type FilmOf, type Spoken, spokenIn } from "./redial-dialogues.ts";
import type { RedialDialogue, RedialFolder, RedialTurn } from "./redial-files.ts";
import type { DialogueTurn } from "./turns-system.ts";

/** One film that the person recommended. */
export interface TurnTarget {
  /** Catalogue index; undefined where the catalogue does not have it: then nobody can find it. */
  readonly item: number | undefined;
  /** As He et al. compare names: without year and kind of work. */
  readonly name: string;
  /** Whether nothing of this name was named before. */
  readonly fresh: boolean;
}

/** A turn that is measured. */
export interface MeasuredTurn extends DialogueTurn {
  /** Number of the dialogue among those that have turns. */
  readonly unit: number;
  readonly targets: readonly TurnTarget[];
}

/** All turns that He et al. measure, dialogue by dialogue. Throws RangeError where one is not to be found in the dialogues. */
export function measuredTurns(
  { dialogues, turns, entities }: Pick<RedialFolder, "dialogues" | "turns" | "entities">,
  catalogue: Catalogue,
  filmOf: FilmOf,
): MeasuredTurn[] {
  const byDialogue = new Map<string, RedialTurn[]>();
  for (const turn of turns) {
    const id = turn.dialog_id.replace(/^test_/, "");
    const others = byDialogue.get(id);
    if (others === undefined) byDialogue.set(id, [turn]);
    else others.push(turn);
  }
  const withTurns = dialogues.filter(({ conversationId }) => byDialogue.has(conversationId));
  const measured = withTurns.flatMap((dialogue, unit) => {
    const spoken = spokenIn(dialogue, filmOf);
    const own = byDialogue.get(dialogue.conversationId) ?? [];
    return own.map((turn) => measuredTurn(turn, { dialogue, spoken, unit, entities, catalogue }));
  });
  if (measured.length === turns.length) return measured;
  throw new RangeError(`${turns.length - measured.length} turns belong to none of the dialogues`);
}

interface TurnParts {
  readonly dialogue: RedialDialogue;
  readonly spoken: readonly Spoken[];
  readonly unit: number;
  readonly entities: ReadonlyMap<number, string>;
  readonly catalogue: Catalogue;
}

/** What one person says in a row is one turn there, numbered by its last message. */
function measuredTurn(
  turn: RedialTurn,
  { dialogue, spoken, unit, entities, catalogue }: TurnParts,
): MeasuredTurn {
  const last = dialogue.messages.findIndex(({ messageId }) => messageId === turn.turn_id);
  if (last < 0) throw new RangeError(`dialogue ${dialogue.conversationId} has no message ${turn.turn_id}`);
  let first = last;
  while (first > 0 && spoken[first - 1]?.by === spoken[last]?.by) first--;
  const named = [...new Set(spoken.slice(first, last + 1).flatMap(({ items }) => items))];
  const before = new Set(turn.prev_entity.map((entity) => entityName(entities.get(entity))));
  const names = turn.rec.map((entity) => entityName(entities.get(entity)));
  const items = assigned(names, named, catalogue);
  return {
    dialogue: dialogue.conversationId,
    unit,
    before: spoken.slice(0, first),
    targets: names.map((name, place) => ({ item: items[place], name, fresh: !before.has(name) })),
  };
}

/** "<http://dbpedia.org/resource/It_(2017_film)>" → "It", as `extract_movie_name` of their repository does. */
function entityName(address = ""): string {
  const [last = ""] = address.split("/").slice(-1);
  return last
    .replace(/[_\->]/g, " ")
    .replace(/\([^()]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Which of the films named in the turn each name stands for: equal titles first, the rest by how much their letters have in common. */
function assigned(
  names: readonly string[],
  named: readonly number[],
  catalogue: Catalogue,
): (number | undefined)[] {
  const pairs = names.flatMap((name, place) =>
    named.map((item) => ({ place, item, likeness: likeness(decoded(name), catalogue.title(item)) })),
  );
  const found: (number | undefined)[] = names.map(() => undefined);
  const taken = new Set<number>();
  for (const { place, item } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (found[place] !== undefined || taken.has(item)) continue;
    found[place] = item;
    taken.add(item);
  }
  return found;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The share of letter pairs in common (Dice's coefficient): 1 for the same title. */
function likeness(one: string, other: string): number {
  const [left, right] = [letterPairs(one), letterPairs(other)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / Math.max(1, left.size + right.size);
}

function letterPairs(title: string): Set<string> {
  const key = ` ${nameKey(title)} `;
  return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
}
