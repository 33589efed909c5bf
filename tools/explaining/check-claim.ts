import { isDeepStrictEqual } from "node:util";
import type { ItemId } from "../../memory/ids.ts";
import type { Claim, Evidence } from "./claim.ts";
import { listed } from "./facet-words.ts";
import type { Grounds } from "./grounds.ts";
import { mentioned } from "./mentioned.ts";
import { isOwnRating, isRatedAlike } from "./rated.ts";
import { renownOf } from "./renown.ts";
import { standsOut } from "./standout.ts";
import { isWanted } from "./wanted.ts";
import { metBy, metSubject } from "./wishes.ts";

const PRECISION = 1e-6;

/** Whether everything a claim rests on holds for the item: a claim that a model worded, or that came from outside, included. */
export function checkClaim(claim: Claim, grounds: Grounds): boolean {
  return (
    claim.claim.trim() !== "" &&
    claim.evidence.length > 0 &&
    claim.evidence.every((one) => holds(one, grounds))
  );
}

function holds(evidence: Evidence, grounds: Grounds): boolean {
  const { catalogue, item } = grounds;
  switch (evidence.kind) {
    case "contribution": {
      const index = named(evidence.item, evidence.title, grounds);
      const amount = index === undefined ? undefined : grounds.contributions.get(index);
      if (amount === undefined || amount <= 0) return false;
      const share = amount / grounds.mass;
      return near(amount, evidence.amount) && near(share, evidence.share);
    }
    case "shared-facet": {
      const facet = catalogue.facet(evidence.facet);
      if (facet === undefined || evidence.values.length === 0 || evidence.with.length === 0) return false;
      const indices = [item, ...evidence.with.map((id) => catalogue.indexOf(id))];
      return indices.every((index) => {
        const own = index === undefined ? [] : listed(facet, catalogue.value(index, facet.name));
        return evidence.values.every((value) => own.includes(value));
      });
    }
    case "neighbour": {
      const index = named(evidence.item, evidence.title, grounds);
      return index !== undefined && near(grounds.similarity(item, index) ?? Number.NaN, evidence.similarity);
    }
    case "counterfactual": {
      const index = named(evidence.without, evidence.title, grounds);
      return grounds.rankChanges.some(
        ({ without, from, to }) => without === index && from === evidence.from && to === evidence.to,
      );
    }
    case "constraint":
      return grounds.constraints.some(
        (constraint) =>
          constraint.said === evidence.said &&
          isDeepStrictEqual(metBy(grounds, constraint), { facet: evidence.facet, value: evidence.value }),
      );
    case "preference":
      return grounds.preferences.some(
        (preference) =>
          preference.subject.facet === evidence.facet &&
          preference.said === evidence.said &&
          metSubject(grounds, preference) === evidence.value,
      );
    case "statistics": {
      const { count, mean } = catalogue.statistics(item);
      if (evidence.renown !== undefined && evidence.renown !== renownOf(catalogue, item)) return false;
      return count === evidence.count && (mean === evidence.mean || near(mean, evidence.mean));
    }
    case "standout":
      return standsOut(grounds, evidence);
    case "own-rating":
      return isOwnRating(grounds, evidence);
    case "wanted":
      return catalogue.indexOf(evidence.item) === item && isWanted(grounds);
    case "rated-alike":
      return isRatedAlike(grounds, evidence);
    case "text": {
      const found = mentioned(evidence.words.join(" "), catalogue.text(item) ?? "");
      return evidence.words.length > 0 && found.length === new Set(evidence.words).size;
    }
  }
}

/** The index of an item that goes by both this id and this title. */
function named(id: ItemId, title: string, { catalogue }: Grounds): number | undefined {
  const index = catalogue.indexOf(id);
  return index !== undefined && catalogue.title(index) === title ? index : undefined;
}

function near(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= PRECISION * Math.max(1, Math.abs(a));
}
