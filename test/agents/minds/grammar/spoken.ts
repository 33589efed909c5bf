import { createLexicon } from "../../../../agents/minds/grammar/lexicon.ts";
import { readUtterance, type Utterance } from "../../../../agents/minds/grammar/utterance.ts";
import type { Situation } from "../../../../agents/minds/mind.ts";
import type { Constraint } from "../../../../memory/items/constraint.ts";
import { createTitleLinker } from "../../../../tools/language/title-linker.ts";
import type { Request } from "../../../../tools/retrieval/request.ts";
import { blank, films, type Reader } from "./reading.ts";

type Before = Omit<Situation, "text">;

/** The situation in which the next thing is said, after this. */
export function following(said: string, before: Before = blank, reader: Reader = films): Before {
  const last = reader.plan(said, before);
  return {
    ...before,
    last,
    earlier: before.request,
    request: last.request,
    said: [...before.said, { user: said, agent: "…" }],
  };
}

/** A text as it is read over a catalogue. */
export function utteranceOf(text: string, { catalogue }: Reader = films, before: Before = blank): Utterance {
  const titles = createTitleLinker(catalogue);
  return readUtterance({
    catalogue,
    titles,
    lexicon: createLexicon(catalogue),
    situation: { ...before, text },
  });
}

/** Constraints in a short form: "cast any-of Al Pacino", "year 1990–1999", "director … or cast any-of …". */
export function wished({ constraints }: Request): string[] {
  return constraints.map(({ facet, test, or = [] }: Constraint) =>
    [{ facet, test }, ...or]
      .map((one) =>
        "values" in one.test
          ? `${one.facet} ${one.test.op} ${one.test.values.join(", ")}`
          : `${one.facet} ${one.test.op} ${one.test.min ?? ""}–${one.test.max ?? ""}`,
      )
      .join(" or "),
  );
}
