import { createGrammarMind } from "../agents/minds/grammar/grammar-mind.ts";
import { createUnderstanding } from "../agents/minds/grammar/understand.ts";
import type { Mind } from "../agents/minds/mind.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { createTitleLinker } from "../tools/language/title-linker.ts";

/** The mind that needs no model, for one catalogue: it understands what the catalogue's facets declare. */
export function grammarMind(catalogue: Catalogue): Mind {
  return createGrammarMind({
    catalogue,
    understanding: createUnderstanding(catalogue, createTitleLinker(catalogue)),
  });
}
