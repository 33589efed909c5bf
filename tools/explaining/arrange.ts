import type { Claim } from "./claim.ts";
import type { Reason } from "./reason.ts";

/** How much of its strength a first reason keeps when an earlier item of the answer began with the same topic, or the same item. */
const SAME_TOPIC = 0.75;
const SAME_ANCHOR = 0.7;

/**
 * Orders each item's reasons: the best line first, strongest after it, at most `limit`, nothing said twice. First reasons of
 * one answer vary: none is word for word that of an earlier item if another reason is there. What opens only at need does so where nothing
 * else is there.
 *
 * @param items each item's reasons, in the order of the answer
 */
export function arrange(items: readonly (readonly Reason[])[], limit: number): Claim[][] {
  const topics = new Map<string, number>();
  const anchors = new Map<number, number>();
  const firsts = new Set<string>();
  let stoodOut = false;
  return items.map((reasons) => {
    const choice = openings(reasons, firsts, topics, stoodOut);
    const appeal = ({ strength, topic, anchors: leans, asked }: Reason): number => {
      if (asked) return strength;
      const leaned = Math.max(0, ...leans.map((anchor) => anchors.get(anchor) ?? 0));
      return strength * SAME_TOPIC ** (topics.get(topic) ?? 0) * SAME_ANCHOR ** leaned;
    };
    const [first] = [...choice].sort((a, b) => appeal(b) - appeal(a));
    if (first === undefined) return [];
    if (first.atNeed === "standout") stoodOut = true;
    topics.set(first.topic, (topics.get(first.topic) ?? 0) + 1);
    for (const anchor of first.anchors) anchors.set(anchor, (anchors.get(anchor) ?? 0) + 1);
    firsts.add(first.claim.claim);
    return follow(first, reasons, limit);
  });
}

/** The reasons that an item may begin with: the first of these groups that has any. */
function openings(
  reasons: readonly Reason[],
  firsts: ReadonlySet<string>,
  topics: ReadonlyMap<string, number>,
  stoodOut: boolean,
): readonly Reason[] {
  const fresh = reasons.filter(({ claim }) => !firsts.has(claim.claim));
  // What was asked for stands above the list: said of one item it shows the way, said of each it is a drone.
  const droning = ({ topic }: Reason): boolean =>
    topic.startsWith("constraint") && (topics.get(topic) ?? 0) > 0;
  const telling = (reason: Reason): boolean => reason.atNeed === undefined && !droning(reason);
  const noStandout = (reason: Reason): boolean => reason.atNeed !== "standout";
  const standoutFits = !stoodOut && !reasons.some(telling);
  const groups = [
    fresh.filter(telling),
    (standoutFits ? fresh : fresh.filter(noStandout)).filter(({ atNeed }) => atNeed !== "echo"),
    fresh.filter(noStandout),
    reasons.filter(noStandout),
  ];
  return groups.find((group) => group.length > 0) ?? reasons;
}

/** The rest by strength; of one topic at most two, and a second one only about something else. */
function follow(first: Reason, reasons: readonly Reason[], limit: number): Claim[] {
  const kept = [first];
  for (const reason of [...reasons].sort((a, b) => b.strength - a.strength)) {
    if (kept.length >= limit) break;
    const same = kept.filter(({ topic }) => topic === reason.topic);
    if (same.length >= 2 || same.some((other) => repeats(reason, other))) continue;
    if (kept.every(({ claim }) => claim.claim !== reason.claim.claim)) kept.push(reason);
  }
  const reserved = reasons.find((reason) => reason.reserved === true);
  if (reserved !== undefined && limit > 1 && !kept.includes(reserved)) kept.splice(limit - 1, 1, reserved);
  return kept.map(({ claim, again, anchors }, at) => {
    const told = new Set(kept.slice(0, at).flatMap((before) => before.anchors));
    const known = anchors.length > 0 && anchors.every((anchor) => told.has(anchor));
    return again !== undefined && known ? { ...claim, claim: again } : claim;
  });
}

/** Whether two reasons of one topic say the same values or lean on the same items. */
function repeats(one: Reason, other: Reason): boolean {
  const values = (reason: Reason): string[] =>
    reason.claim.evidence.flatMap((evidence) => (evidence.kind === "shared-facet" ? evidence.values : []));
  const said = new Set(values(other));
  const news = values(one).filter((value) => !said.has(value));
  if (said.size > 0) return news.length === 0;
  return one.anchors.length === 0 || one.anchors.some((anchor) => other.anchors.includes(anchor));
}
