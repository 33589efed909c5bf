import type { Evidence } from "./claim.ts";
import { CLAIMED_SHARE, contributionEvidence, positiveContributors } from "./contribution.ts";
import type { Grounds } from "./grounds.ts";
import type { Reason } from "./reason.ts";
import { attitude, sayNeighbour, sayShared } from "./sentences.ts";
import { type SharedFacets, type SharedValues, standsAlone } from "./shared.ts";

/** Items a likeness can be claimed with are looked at in order of relevance, this many. */
const ANCHORS = 24;
const NAMED_AT_ONCE = 3;
const VALUES_AT_ONCE = 3;
const VALUES_OF_A_FACET = 2;
/** Weight of shared values at which a likeness is half as telling as it can be. */
const HALF_TELLING = 3;
/** Cosine from which two items are called close. */
const CLOSE = 0.35;

/** What the item has in common with the examples named and with what the person liked, and what it is close to. */
export function likenessReasons(grounds: Grounds, shared: SharedFacets): Reason[] {
  const anchors = anchorsOf(grounds);
  const found = anchors.map((anchor) => ({ anchor, parts: shared.between(grounds.item, anchor) }));
  const alone = new Map<string, { part: SharedValues; anchors: number[] }>();
  const together: Reason[] = [];
  for (const { anchor, parts } of found) {
    for (const part of parts.filter(standsAlone)) {
      const key = `${part.facet.name}\n${part.values.join("\n")}`;
      const group = alone.get(key);
      if (group === undefined) alone.set(key, { part, anchors: [anchor] });
      else if (group.anchors.length < NAMED_AT_ONCE) group.anchors.push(anchor);
    }
    const plain = strongest(parts.filter((part) => !standsAlone(part)));
    if (plain.length > 0) together.push(sharedReason(grounds, plain, [anchor]));
  }
  return [
    ...[...alone.values()].map(({ part, anchors: with_ }) => sharedReason(grounds, [part], with_)),
    ...together,
    ...neighbours(grounds, anchors),
  ];
}

/** Examples first, then what was liked, by how much it adds to the score. */
function anchorsOf(grounds: Grounds): number[] {
  const liked = grounds.history.filter(({ weight }) => weight > 0).map(({ index }) => index);
  const amount = (index: number): number => grounds.contributions.get(index) ?? 0;
  const ordered = [...new Set(liked.reverse())].sort((a, b) => amount(b) - amount(a));
  const all = new Set([...grounds.examples, ...ordered]);
  all.delete(grounds.item);
  return [...all].slice(0, ANCHORS);
}

/** The most telling values over all facets, facets kept together. */
function strongest(parts: readonly SharedValues[]): SharedValues[] {
  const kept: SharedValues[] = [];
  let room = VALUES_AT_ONCE;
  for (const part of parts) {
    const values = part.values.slice(0, Math.min(room, VALUES_OF_A_FACET));
    if (values.length > 0) kept.push({ ...part, values });
    room -= values.length;
  }
  return kept;
}

function sharedReason(grounds: Grounds, parts: readonly SharedValues[], anchors: readonly number[]): Reason {
  const { catalogue } = grounds;
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const feeling = commonFeeling(grounds, anchors);
  const ids = anchors.map((anchor) => catalogue.item(anchor).id);
  const evidence = parts.map(
    ({ facet, values }): Evidence => ({
      kind: "shared-facet",
      facet: facet.name,
      values: [...values],
      with: ids,
    }),
  );
  const [anchor] = anchors;
  const added = anchor === undefined ? undefined : contributionEvidence(grounds, anchor);
  const counted = added !== undefined && added.share >= CLAIMED_SHARE ? [added] : [];
  const titles = anchors.map((index) => catalogue.title(index));
  return {
    claim: {
      claim: sayShared(parts, titles, feeling, grounds.item + (anchor ?? 0)),
      evidence: [...evidence, ...counted],
    },
    strength: relevance(grounds, anchors) * (weight / (weight + HALF_TELLING)),
    topic: "shared",
    anchors,
  };
}

function neighbours(grounds: Grounds, anchors: readonly number[]): Reason[] {
  const close = anchors
    .map((anchor) => ({ anchor, similarity: grounds.similarity(grounds.item, anchor) ?? 0 }))
    .filter(({ similarity }) => similarity >= CLOSE)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 2);
  return close.map(({ anchor, similarity }): Reason => {
    const { id, title } = grounds.catalogue.item(anchor);
    return {
      claim: {
        claim: sayNeighbour(title, commonFeeling(grounds, [anchor])),
        evidence: [{ kind: "neighbour", item: id, title, similarity }],
      },
      strength: 0.7 * relevance(grounds, [anchor]) * similarity,
      topic: "neighbour",
      anchors: [anchor],
    };
  });
}

/** 1 for a named example; of the history, more for what adds more to the score. */
function relevance(grounds: Grounds, anchors: readonly number[]): number {
  if (anchors.some((anchor) => grounds.examples.includes(anchor))) return 1;
  const shares = positiveContributors(grounds)
    .filter(({ index }) => anchors.includes(index))
    .reduce((sum, { share }) => sum + share, 0);
  return 0.45 + 0.45 * Math.min(1, shares / 0.4) + 0.05 * (anchors.length - 1);
}

/** What the person feels about all of them, if it is one thing. */
function commonFeeling(grounds: Grounds, anchors: readonly number[]): string | undefined {
  const feelings = anchors.map((anchor) => {
    const tasted = grounds.history.findLast(({ index }) => index === anchor);
    return attitude(tasted, grounds.catalogue.scale?.max, grounds.catalogue.noun);
  });
  return feelings.every((feeling) => feeling === feelings[0]) ? feelings[0] : undefined;
}
