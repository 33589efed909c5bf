import type { Constraint } from "../../../../memory/items/constraint.ts";
import { wishWords } from "./facet-words.ts";
import { closed, nounPhrase } from "./noun-phrase.ts";
import type { Scene } from "./scene.ts";
import { listed, quoted } from "./wording.ts";

/** Beyond this many wishes, naming them all again is no help. */
const MOST_WISHES = 3;

/** What was let go, exactly: said before anything else. */
export function relaxation({ findings, catalogue, pick }: Scene): string | undefined {
  const { relaxed } = findings;
  if (relaxed.length === 0) return undefined;
  const wanted = wishes(findings.plan.request.constraints, relaxed);
  const phrase = nounPhrase({ constraints: wanted, count: 2 }, catalogue);
  const letGo = listed(relaxed.map((one) => quoted(wishWords(one, catalogue))));
  const then = wanted.length === 1 ? "so I let go of that" : `so I let go of ${letGo}`;
  if (findings.plan.request.only === "wanted")
    return `There are no ${closed(phrase)} on your watchlist, ${then}.`;
  if ((findings.matching ?? 0) > 0) return `You know or turned down all my ${phrase}, ${then}.`;
  const none = `I have no ${phrase}, ${then}.`;
  if (wanted.length > MOST_WISHES) return `Nothing matches all of that, ${then}.`;
  return wanted.length === 1 ? none : pick(none, `Nothing matches all of that, ${then}.`);
}

/** Everything that was asked for, what was let go included. */
function wishes(constraints: readonly Constraint[], relaxed: readonly Constraint[]): Constraint[] {
  const key = ({ facet, test }: Constraint): string => JSON.stringify([facet, test]);
  const asked = new Set(constraints.map(key));
  const said = constraints.filter(({ source }) => source === "said");
  return [...said, ...relaxed.filter((one) => !asked.has(key(one)))];
}
