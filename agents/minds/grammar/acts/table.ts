import { accept } from "./accept.ts";
import { account } from "./account.ts";
import type { ActReader } from "./act-reader.ts";
import { answer } from "./answer.ts";
import { choose } from "./choose.ts";
import { compare } from "./compare.ts";
import { extremes } from "./extremes.ts";
import { feedback } from "./feedback.ts";
import { greet, help, leave, startOver, thank, undo } from "./flow.ts";
import { followUp } from "./follow-up.ts";
import { keep } from "./keep.ts";
import { lookUp } from "./look-up.ts";
import { forget, recallMemory } from "./memory.ts";
import { more } from "./more.ts";
import { elsewhere, outOfScope } from "./out-of-scope.ts";
import { prefer } from "./prefer.ts";
import { recallItems } from "./recall-items.ts";
import { unknownTitle } from "./unknown-title.ts";
import { unmet } from "./unmet.ts";
import { watchlist } from "./watchlist.ts";
import { whether } from "./whether.ts";
import { which } from "./which.ts";
import { why } from "./why.ts";
import { whyNot } from "./why-not.ts";
import { wouldLike } from "./would-like.ts";

/**
 * Every act that is recognised by what a sentence says, in reading order: what an earlier reader claims, a later one does not see.
 * Seeking and refining are what is left (`wish.ts`). A new act is one file and one line here.
 */
export const ACT_READERS: readonly ActReader[] = [
  outOfScope,
  elsewhere,
  help,
  answer,
  undo,
  startOver,
  unmet,
  watchlist,
  accept,
  recallItems,
  recallMemory,
  forget,
  greet,
  leave,
  thank,
  account,
  keep,
  more,
  choose,
  compare,
  whyNot,
  why,
  which,
  extremes,
  wouldLike,
  followUp,
  whether,
  lookUp,
  unknownTitle,
  feedback,
  prefer,
];
