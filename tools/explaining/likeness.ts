import type { Evidence } from "./claim.ts";
import { CLAIMED_SHARE, contributionEvidence } from "./contribution.ts";
import { connective } from "./facet-words.ts";
import type { Grounds } from "./grounds.ts";
import type { Reason } from "./reason.ts";
import { attitude, sayNeighbour, sayShared } from "./sentences.ts";
import { type SharedFacets, type SharedValues, standsAlone } from "./shared.ts";
import { tastedIn } from "./tasted.ts";

/** Items a likeness can be claimed with are looked at in order of relevance, this many. */
const ANCHORS = 24;
const NAMED_AT_ONCE = 3;
const VALUES_AT_ONCE = 3;
const LINKED_AT_ONCE = 2;
const NAMES_OF_A_FACET = 2;
const VALUES_OF_A_FACET = 2;
/** Weight of shared values at which a likeness is half as telling as it can be. */
const HALF_TELLING = 3;
/** Cosine from which two items are called close. */
const CLOSE = 0.35;

/** What the item has in common with the examples named and with what the person liked, and what it is close to. */
export function likenessReasons(grounds: Grounds, shared: SharedFacets): Reason[] {
  const anchors = anchorsOf(grounds);
  const found = anchors.map((anchor) => ({ anchor, parts: shared.between(grounds.item, anchor) }));
  const together = found.flatMap(({ anchor, parts }) => {
    const plain = strongest(parts.filter((part) => !standsAlone(part)));
    return plain.length === 0 ? [] : [sharedReason(grounds, plain, [anchor])];
  });
  return [...people(grounds, found), ...together, ...neighbours(grounds, anchors)];
}

interface Likeness {
  readonly anchor: number;
  readonly parts: readonly SharedValues[];
}

/** Shared makers: first what several items share, then what one item shares by several facets, each as one reason. */
function people(grounds: Grounds, found: readonly Likeness[]): Reason[] {
  const alone = found.flatMap(({ anchor, parts }) =>
    parts
      .filter(standsAlone)
      .map((part) => ({ anchor, part: { ...part, values: part.values.slice(0, VALUES_AT_ONCE) } })),
  );
  const byValues = Map.groupBy(alone, ({ part }) => `${part.facet.name}\n${part.values.join("\n")}`);
  const groups = [...byValues.values()].flatMap((group) => {
    const [first] = group;
    const anchors = group.slice(0, NAMED_AT_ONCE).map(({ anchor }) => anchor);
    return first === undefined ? [] : [{ part: first.part, anchors }];
  });
  const byAnchors = Map.groupBy(groups, ({ anchors }) => anchors.join(" "));
  return [...byAnchors.values()].flatMap((group) => {
    const anchors = group[0]?.anchors ?? [];
    const named = group.map(({ part }) => part);
    // In the order of the catalogue's declarations: "directed by … and starring …".
    const order = (part: SharedValues): number => grounds.catalogue.facets.indexOf(part.facet);
    const linked = named.filter(({ facet }) => connective(facet) !== undefined);
    const rest = named.filter(({ facet }) => connective(facet) === undefined);
    // Where a maker is shared, where it was made goes without saying.
    const makers = linked.filter(({ facet }) => facet.kind === "people");
    const sayable = makers.length > 0 ? makers : linked;
    const joined = namedOnce(sayable.sort((a, b) => order(a) - order(b))).slice(0, LINKED_AT_ONCE);
    return [...(joined.length > 0 ? [joined] : []), ...rest.map((part) => [part])].map((parts) =>
      sharedReason(grounds, parts, anchors),
    );
  });
}

/** Somebody who directed and wrote it is named once. */
function namedOnce(parts: readonly SharedValues[]): SharedValues[] {
  const named = new Set<string>();
  return parts.flatMap((part) => {
    const values = part.values.filter((value) => !named.has(value)).slice(0, NAMES_OF_A_FACET);
    for (const value of values) named.add(value);
    return values.length === 0 ? [] : [{ ...part, values }];
  });
}

/** Examples first, then what was liked, by how much it adds to the score. */
function anchorsOf(grounds: Grounds): number[] {
  const liked = grounds.history.filter(({ weight }) => weight > 0).map(({ index }) => index);
  const ordered = [...new Set(liked.reverse())]
    .map((index) => ({ index, amount: grounds.contributions.get(index) ?? 0 }))
    .sort((a, b) => b.amount - a.amount)
    .slice(0, ANCHORS + 1);
  const all = new Set([...grounds.examples, ...ordered.map(({ index }) => index)]);
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
  const ids = anchors.map((anchor) => catalogue.id(anchor));
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
  const variant = grounds.item + (anchor ?? 0);
  return {
    claim: { claim: sayShared(parts, titles, feeling, variant), evidence: [...evidence, ...counted] },
    again: sayShared(parts, titles, undefined, variant),
    strength: relevance(grounds, anchors) * (weight / (weight + HALF_TELLING)),
    topic: "shared",
    anchors,
    asked: isAsked(grounds, anchors),
  };
}

function neighbours(grounds: Grounds, anchors: readonly number[]): Reason[] {
  const close = anchors
    .map((anchor) => ({ anchor, similarity: grounds.similarity(grounds.item, anchor) ?? 0 }))
    .filter(({ similarity }) => similarity >= CLOSE)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 2);
  return close.map(({ anchor, similarity }): Reason => {
    const [id, title] = [grounds.catalogue.id(anchor), grounds.catalogue.title(anchor)];
    return {
      claim: {
        claim: sayNeighbour(title, commonFeeling(grounds, [anchor])),
        evidence: [{ kind: "neighbour", item: id, title, similarity }],
      },
      again: sayNeighbour(title, undefined),
      strength: 0.7 * relevance(grounds, [anchor]) * similarity,
      topic: "neighbour",
      anchors: [anchor],
      asked: isAsked(grounds, [anchor]),
    };
  });
}

/** 1 for a named example; of the history, more for what adds more to the score. */
function relevance(grounds: Grounds, anchors: readonly number[]): number {
  if (isAsked(grounds, anchors)) return 1;
  const amount = anchors.reduce(
    (sum, anchor) => sum + Math.max(0, grounds.contributions.get(anchor) ?? 0),
    0,
  );
  const shares = grounds.mass === 0 ? 0 : amount / grounds.mass;
  const weights = anchors.map((anchor) => tastedIn(grounds.history, anchor)?.weight);
  // What was only seen says less than what was liked.
  const felt = 0.7 + 0.3 * Math.min(1, Math.max(...weights.map((weight) => weight ?? 0)));
  return felt * (0.6 + 0.3 * Math.min(1, shares / 0.4) + 0.05 * (anchors.length - 1));
}

function isAsked({ examples }: Grounds, anchors: readonly number[]): boolean {
  return anchors.some((anchor) => examples.includes(anchor));
}

/** What the person feels about all of them, if it is one thing. */
function commonFeeling(grounds: Grounds, anchors: readonly number[]): string | undefined {
  const feelings = anchors.map((anchor) => {
    const tasted = tastedIn(grounds.history, anchor);
    return attitude(tasted, grounds.catalogue.scale?.max, grounds.catalogue.noun);
  });
  return feelings.every((feeling) => feeling === feelings[0]) ? feelings[0] : undefined;
}
