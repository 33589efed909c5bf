import { createHash } from "node:crypto";
import { seededRandom } from "../../../memory/random.ts";
import type { RankingCase } from "./cases.ts";

export interface CandidateSetup {
  /** Items that are never candidates: what the user's history holds. */
  readonly maskSeen: boolean;
  /** So many random items beside each user's held-out ones; undefined = the full catalogue. */
  readonly negatives: number | undefined;
  readonly seed: number;
}

/** Mask over the catalogue: 1 = to be ranked. The held-out items are always among them. */
export type Candidates = (each: RankingCase) => Uint8Array;

/**
 * Who competes with the held-out items: every item in play, or a sample drawn for each user by itself, from a seed made of the
 * run's seed and the user's name, so that neither order nor parallelism nor the other users change it. Samples hold no item that the
 * user ever took. (1 + 19: Hou et al., ECIR 2024; 1 + 99: He et al., WWW 2017. Sampled figures do not rank systems as full ones do:
 * Krichene & Rendle, KDD 2020.)
 * @param inPlay mask of items that may be recommended at all
 * @param taken every item that a user took, in training or held out
 */
export function candidatesFor(
  inPlay: Uint8Array,
  taken: (user: number) => Iterable<number>,
  nameOf: (user: number) => string,
  { maskSeen, negatives, seed }: CandidateSetup,
): Candidates {
  if (negatives === undefined) {
    return ({ history, truth }) => {
      const open = inPlay.slice();
      if (maskSeen) for (const { item } of history) open[item] = 0;
      for (const item of truth) open[item] = 1;
      return open;
    };
  }
  const items = Int32Array.from(inPlay.keys()).filter((item) => inPlay[item] === 1);
  return ({ user, truth }) => {
    const open = new Uint8Array(inPlay.length);
    const out = new Set(taken(user));
    const random = seededRandom(seedOf(seed, nameOf(user)));
    const free = items.filter((item) => !out.has(item));
    for (let drawn = 0; drawn < Math.min(negatives, free.length); drawn++) {
      const place = drawn + Math.floor(random() * (free.length - drawn));
      [free[drawn], free[place]] = [free[place] ?? 0, free[drawn] ?? 0];
      open[free[drawn] ?? 0] = 1;
    }
    for (const item of truth) open[item] = 1;
    return open;
  };
}

function seedOf(seed: number, name: string): number {
  return createHash("sha256").update(`${seed}\n${name}`).digest().readUInt32LE();
}

export function candidatesInWords({ maskSeen, negatives }: CandidateSetup): string {
  if (negatives !== undefined) {
    return `the held-out item and ${negatives} random ones that the user never took (1 + ${negatives})`;
  }
  const seen = maskSeen ? "seen items masked" : "seen items not masked";
  return `every item with an interaction after filtering, none sampled away; ${seen}`;
}
