import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { seededRandom } from "../../../memory/random.ts";
import { itemsIn, occasionsOf, type RecordedDialogue } from "../../../tools/dialogue/said.ts";
import { type FilmOf, type Spoken, spokenIn } from "./redial-dialogues.ts";
import type { RedialFolder } from "./redial-files.ts";
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
    training: given.training.map((dialogue) => spokenIn(dialogue, filmOf)),
    names: given.training.map(({ conversationId }) => conversationId),
    turns: measuredTurns(given, catalogue, filmOf),
  };
}

const FOLDS = 5;
/** Which dialogues are measured together is the same for everybody. */
const SEED = 7;

/** The training dialogues in five parts, each measured with the other four to learn from. */
export function crossValidated(
  { training }: Pick<RedialFolder, "training">,
  catalogue: Catalogue,
  filmOf: FilmOf,
): Fold[] {
  const random = seededRandom(SEED);
  const dialogues = training.map((dialogue, unit) => ({
    unit,
    id: dialogue.conversationId,
    spoken: spokenIn(dialogue, filmOf),
    fold: Math.floor(FOLDS * random()),
  }));
  return Array.from({ length: FOLDS }, (_, fold) => ({
    training: dialogues.filter((each) => each.fold !== fold).map(({ spoken }) => spoken),
    names: dialogues.filter((each) => each.fold !== fold).map(({ id }) => id),
    turns: dialogues
      .filter((each) => each.fold === fold)
      .flatMap(({ id, unit, spoken }) => turnsOf(id, unit, spoken, catalogue)),
  }));
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
