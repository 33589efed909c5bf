import { createGrammarMind } from "../agents/minds/grammar/grammar-mind.ts";
import { createUnderstanding } from "../agents/minds/grammar/understand.ts";
import type { Mind } from "../agents/minds/mind.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { createTitleLinker } from "../tools/language/title-linker.ts";

/**
 * The mind that needs no model, for one catalogue: it understands what the catalogue's facets declare. It reads every title and value,
 * which takes longer than opening all the rest: that is done once the program has nothing else to do, or when somebody says something.
 */
export function grammarMind(catalogue: Catalogue): Mind {
  let made: Mind | undefined;
  const mind = (): Mind => {
    if (made !== undefined) return made;
    const titles = createTitleLinker(catalogue);
    made = createGrammarMind({ catalogue, titles, understanding: createUnderstanding(catalogue, titles) });
    return made;
  };
  setImmediate(() => {
    try {
      mind();
    } catch {
      // Nobody has said anything yet, and the catalogue may be closed by now: whoever does is told what is wrong.
    }
  });
  return {
    kind: "grammar",
    name: "grammar",
    plan: async (...asked) => mind().plan(...asked),
    extract: async (...asked) => mind().extract(...asked),
    critique: async (...asked) => mind().critique(...asked),
    respond: async (...asked) => mind().respond(...asked),
  };
}
