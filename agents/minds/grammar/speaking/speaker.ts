import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Findings, Situation } from "../../mind.ts";

export function createSpeaker(_catalogue: Catalogue): (situation: Situation, findings: Findings) => string {
  return (_situation, findings) => `${findings.items.length} found`;
}
