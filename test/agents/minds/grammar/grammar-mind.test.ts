import { createGrammarMind } from "../../../../agents/minds/grammar/grammar-mind.ts";
import { createUnderstanding } from "../../../../agents/minds/grammar/understand.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { createTitleLinker } from "../../../../tools/language/title-linker.ts";
import { type MindUnderTest, mindContract } from "../../../contract/mind.ts";
import { cosmeticCatalogue } from "../../../fixtures/cosmetics.ts";
import { filmCatalogue } from "../../../fixtures/films.ts";

function grammarOver(catalogue: Catalogue): MindUnderTest {
  const understanding = createUnderstanding(catalogue, createTitleLinker(catalogue));
  return { catalogue, mind: createGrammarMind({ catalogue, understanding }) };
}

const films = grammarOver(filmCatalogue());
const cosmetics = grammarOver(cosmeticCatalogue());

mindContract("grammar over films", () => films);
mindContract("grammar over cosmetics", () => cosmetics);
