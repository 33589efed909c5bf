import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { FactSubject } from "../../../../memory/users/profile.ts";
import { isKind } from "../../../../tools/explaining/facet-words.ts";
import { isAdjective } from "./adjectives.ts";
import { subjectConstraint } from "./facet-words.ts";
import { nounPhrase } from "./noun-phrase.ts";

/** What somebody does not want, as it follows "no": "horror films", "films starring Tom Cruise", "films before 1960". */
export function dislikedWords(subject: FactSubject, catalogue: Catalogue): string {
  return nounPhrase({ constraints: [subjectConstraint(subject)], count: 2 }, catalogue);
}

/** What somebody likes, as it follows "you like": "horror films", "slow burn films", but "Akira Kurosawa" and "heist". */
export function likedWords(subject: FactSubject, catalogue: Catalogue): string {
  const named =
    subject.about === "value" && !isKind(catalogue.facet(subject.facet)) && !isAdjective(subject.value);
  return named ? subject.value : dislikedWords(subject, catalogue);
}
