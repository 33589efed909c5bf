import type { Constraint } from "../../../../memory/items/constraint.ts";
import { saidWords } from "./facet-words.ts";
import type { Scene } from "./scene.ts";
import { listed, quoted } from "./wording.ts";

/** What was let go, exactly: said before anything else. */
export function relaxation({ findings, catalogue }: Scene): string | undefined {
  const { relaxed } = findings;
  if (relaxed.length === 0) return undefined;
  const wanted = wishes(findings.plan.request.constraints, relaxed).map((one) =>
    saidWords(one, catalogue).replace(/^from (?:the )?/u, ""),
  );
  const letGo = listed(relaxed.map((one) => quoted(saidWords(one, catalogue))));
  if ((findings.matching ?? 0) > 0) {
    return `Everything that is ${listed(wanted)} you know or turned down, so I let go of ${letGo}.`;
  }
  if (wanted.length === 1) return `Nothing here is ${wanted[0]}, so I let go of that.`;
  return `Nothing is all of ${listed(wanted)}, so I let go of ${letGo}.`;
}

/** Everything that was asked for, what was let go included. */
function wishes(constraints: readonly Constraint[], relaxed: readonly Constraint[]): Constraint[] {
  const key = ({ facet, test }: Constraint): string => JSON.stringify([facet, test]);
  const asked = new Set(constraints.map(key));
  return [...constraints, ...relaxed.filter((one) => !asked.has(key(one)))];
}
