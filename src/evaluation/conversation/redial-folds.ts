import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { itemsIn, occasionsOf, type RecordedDialogue } from "../../../tools/dialogue/said.ts";
import { type FilmOf, type Spoken, spokenIn } from "./redial-dialogues.ts";
import type { RedialDialogue, RedialFolder } from "./redial-files.ts";
import { type MeasuredTurn, measuredTurns } from "./redial-turns.ts";

/** Dialogues to learn from, and turns of others to measure on. */
export interface Fold {
  readonly training: readonly RecordedDialogue[];
  /** Names of the training dialogues. */
  readonly names: readonly string[];
  readonly turns: readonly MeasuredTurn[];
}

/** The training dialogues, and the turns of the test dialogues. */
export function held(given: RedialFolder, catalogue: Catalogue, filmOf: FilmOf): Fold {
  return {
    training: oldestFirst(given.training).map((dialogue) => spokenIn(dialogue, filmOf)),
    names: given.training.map(({ conversationId }) => conversationId),
    turns: measuredTurns(given, catalogue, filmOf),
  };
}

const FOLDS = 5;

/** The training dialogues in five stretches of time, each measured with the other four to learn from: as the test dialogues are of later days. */
export function crossValidated(
  { training }: Pick<RedialFolder, "training">,
  catalogue: Catalogue,
  filmOf: FilmOf,
): Fold[] {
  const dialogues = oldestFirst(training).map((dialogue, unit) => ({
    unit,
    id: dialogue.conversationId,
    spoken: spokenIn(dialogue, filmOf),
    fold: Math.floor((FOLDS * unit) / training.length),
  }));
  return Array.from({ length: FOLDS }, (_, fold) => ({
    training: dialogues.filter((each) => each.fold !== fold).map(({ spoken }) => spoken),
    names: dialogues.filter((each) => each.fold !== fold).map(({ id }) => id),
    turns: dialogues
      .filter((each) => each.fold === fold)
      .flatMap(({ id, unit, spoken }) => turnsOf(id, unit, spoken, catalogue)),
  }));
}

/** They are numbered as they were held. */
function oldestFirst(dialogues: readonly RedialDialogue[]): RedialDialogue[] {
  return [...dialogues].sort((a, b) => Number(a.conversationId) - Number(b.conversationId));
}

function turnsOf(
  dialogue: string,
  unit: number,
  spoken: readonly Spoken[],
  catalogue: Catalogue,
): MeasuredTurn[] {
  return occasionsOf(spoken).map(({ before, named }) => {
    const known = new Set(itemsIn(before));
    return {
      dialogue,
      unit,
      before: spoken.slice(0, before.length),
      targets: named.map((item) => ({ item, name: catalogue.title(item), fresh: !known.has(item) })),
    };
  });
}
