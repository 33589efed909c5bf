import { CiceroneError } from "../../memory/errors.ts";
import { openStage, type Stage, type StageOptions } from "../recommender.ts";
import { type ItemNames, itemNames } from "./item-names.ts";
import { placeText } from "./problem.ts";
import type { ReadDialogue } from "./read-dialogues.ts";

/** What a dialogue runs on. */
export interface Ground {
  readonly stage: Stage;
  readonly names: ItemNames;
}

export interface GroundOptions {
  /** For dialogues that name no dataset; default: that of `recommender`, else "demo". */
  readonly data?: string;
  /** What dialogues run on: as for `createRecommender`, with a catalogue, a mind or a scorer of one's own. */
  readonly recommender?: StageOptions;
  /** Opens a dataset; default: `openStage` with `recommender`. */
  readonly open?: (data: string) => Promise<Stage>;
  readonly signal?: AbortSignal;
}

/** Datasets, each opened at its first use and kept open for all dialogues on it. */
export class Grounds {
  private readonly opened = new Map<string, Promise<Ground>>();
  private readonly open: (data: string) => Promise<Stage>;
  private readonly usual: string;

  constructor({ data, recommender = {}, open, signal }: GroundOptions) {
    const { catalogue, ...rest } = recommender;
    this.usual = data ?? catalogue?.name ?? recommender.data ?? "demo";
    this.open =
      open ??
      ((name) =>
        openStage({
          ...rest,
          ...(signal && { signal }),
          ...(catalogue?.name === name ? { catalogue } : { data: name }),
        }));
  }

  /** What a dialogue runs on. Throws as `openStage` does, with the place where the dialogue names the dataset. */
  async of(dialogue: ReadDialogue): Promise<Ground> {
    const { data = this.usual } = dialogue;
    const ground = this.opened.get(data) ?? this.opening(data);
    this.opened.set(data, ground);
    return ground.catch((error: unknown) => {
      throw atItsPlace(error, dialogue);
    });
  }

  private async opening(data: string): Promise<Ground> {
    const stage = await this.open(data);
    return { stage, names: itemNames(stage.catalogue) };
  }

  /** Closes what was opened; what failed to open has nothing to close, and was told to whoever asked for it. */
  async close(): Promise<void> {
    const grounds = await Promise.allSettled(this.opened.values());
    this.opened.clear();
    for (const ground of grounds) if (ground.status === "fulfilled") ground.value.stage.close();
  }
}

function atItsPlace(error: unknown, { data, file, lineAt }: ReadDialogue): unknown {
  if (data === undefined || !(error instanceof CiceroneError)) return error;
  const { code, message, hint } = error;
  return new CiceroneError(code, `${placeText({ file, line: lineAt(["data"]) })}: ${message}`, {
    ...(hint !== undefined && { hint }),
    cause: error,
  });
}
