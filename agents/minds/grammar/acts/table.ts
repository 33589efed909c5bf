import type { ActReader } from "./act-reader.ts";
import { answer } from "./answer.ts";
import { compare } from "./compare.ts";
import { feedback } from "./feedback.ts";
import { greet, help, leave, startOver, thank, undo } from "./flow.ts";
import { lookUp } from "./look-up.ts";
import { forget, recallMemory } from "./memory.ts";
import { more } from "./more.ts";
import { outOfScope } from "./out-of-scope.ts";
import { prefer } from "./prefer.ts";
import { recallItems } from "./recall-items.ts";
import { unknownTitle } from "./unknown-title.ts";
import { watchlist } from "./watchlist.ts";
import { why } from "./why.ts";
import { wouldLike } from "./would-like.ts";

/**
 * Every act that is recognised by what a sentence says, in reading order: what an earlier reader claims, a later one does not see.
 * Seeking and refining are what is left (`wish.ts`). A new act is one file and one line here.
 */
export const ACT_READERS: readonly ActReader[] = [
  outOfScope,
  help,
  undo,
  startOver,
  watchlist,
  recallItems,
  recallMemory,
  forget,
  greet,
  leave,
  thank,
  answer,
  more,
  compare,
  why,
  wouldLike,
  lookUp,
  unknownTitle,
  feedback,
  prefer,
];
