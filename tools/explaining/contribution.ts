import type { Evidence } from "./claim.ts";
import type { Grounds } from "./grounds.ts";
import type { Reason } from "./reason.ts";
import { attitude, sayContribution } from "./sentences.ts";
import type { SharedFacets } from "./shared.ts";
import { tastedIn } from "./tasted.ts";

export type ContributionEvidence = Extract<Evidence, { kind: "contribution" }>;

/** A history item that adds less than this share is not worth a sentence. */
export const CLAIMED_SHARE = 0.12;

/** History items that add to the score, largest first, with their share of all positive contributions. */
export function positiveContributors(grounds: Grounds): { readonly index: number; readonly share: number }[] {
  return [...grounds.contributions]
    .filter(([index, amount]) => amount > 0 && index !== grounds.item)
    .map(([index, amount]) => ({ index, share: amount / grounds.mass }))
    .sort((a, b) => b.share - a.share || a.index - b.index);
}

/** The exact part of the score that a history item adds; undefined where it adds nothing. */
export function contributionEvidence(grounds: Grounds, index: number): ContributionEvidence | undefined {
  const amount = grounds.contributions.get(index) ?? 0;
  if (amount <= 0) return undefined;
  return {
    kind: "contribution",
    item: grounds.catalogue.id(index),
    title: grounds.catalogue.title(index),
    share: amount / grounds.mass,
    amount,
  };
}

/** How much of its strength the reason keeps when the two have nothing in common that one could name. */
const NOTHING_SHARED = 0.4;
/** How much of it a history item keeps that says next to nothing, such as one that was only seen. */
const FAINT = 0.5;

/** Which items of the history weigh most in the item's score. */
export function contributionReasons(grounds: Grounds, shared: SharedFacets, limit: number): Reason[] {
  const { catalogue, history } = grounds;
  return positiveContributors(grounds)
    .filter(({ share }) => share >= CLAIMED_SHARE)
    .slice(0, limit)
    .flatMap(({ index, share }, rank): Reason[] => {
      const evidence = contributionEvidence(grounds, index);
      if (evidence === undefined) return [];
      const tasted = tastedIn(history, index);
      const feeling = attitude(tasted, catalogue.scale?.max, catalogue.noun);
      return [
        {
          claim: { claim: sayContribution(evidence.title, feeling, share, rank), evidence: [evidence] },
          strength:
            ((0.2 + 0.25 * share) / (rank + 1)) *
            (FAINT + (1 - FAINT) * Math.min(1, tasted?.weight ?? 0)) *
            (shared.between(grounds.item, index).length === 0 ? NOTHING_SHARED : 1),
          topic: "contribution",
          anchors: [index],
        },
      ];
    });
}
