import { createLexicon, type Lexicon } from "../../../agents/minds/grammar/lexicon.ts";
import { readUtterance } from "../../../agents/minds/grammar/utterance.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { seededRandom } from "../../../memory/random.ts";
import { createTitleLinker, type TitleLinker } from "../../../tools/language/title-linker.ts";
import { blank } from "../../agents/minds/grammar/reading.ts";
import type { Dialogue } from "./dialogues.ts";
import { nameOf } from "./name-of.ts";
import { type TypedMessage, type TypedTitle, typedMessage } from "./typed-message.ts";

/** A film that was named and not found. */
export interface Miss {
  readonly title: TypedTitle;
  readonly text: string;
}

/** A film that was found and not named; `over` is the title that stands where it was found. */
export interface FalseLink {
  readonly found: string;
  readonly words: string;
  readonly over: TypedTitle | undefined;
  /** Whether the dialogue names it in another place: then it may well be meant, written out without its number. */
  readonly spokenOf: boolean;
  readonly text: string;
}

export interface LinkedTitles {
  readonly hits: readonly TypedTitle[];
  readonly misses: readonly Miss[];
  readonly falseLinks: readonly FalseLink[];
}

/** Which film of a catalogue a mention means: its index, undefined where the catalogue lacks it. */
export type FilmOf = (id: string, title: string) => number | undefined;

/**
 * Links the titles of all messages whose films are all in the catalogue, once for each seed. A namesake is right, as in a chat nothing
 * but a year tells them apart.
 */
export function linkTitles(
  dialogues: readonly Dialogue[],
  catalogue: Catalogue,
  filmOf: FilmOf,
  seeds: readonly number[],
): LinkedTitles {
  const reader = { catalogue, titles: createTitleLinker(catalogue), lexicon: createLexicon(catalogue) };
  const linked = { hits: [] as TypedTitle[], misses: [] as Miss[], falseLinks: [] as FalseLink[] };
  for (const seed of seeds) {
    const random = seededRandom(seed);
    for (const { messages, movieMentions } of dialogues) {
      const spokenOf = new Set(Object.values(movieMentions).map((title) => nameOf(title ?? "")));
      for (const { text } of messages) {
        const message = typedMessage(text, movieMentions, random);
        const known = message.titles.every(({ id, title }) => filmOf(id, title) !== undefined);
        if (message.titles.length > 0 && known) linkMessage(message, { reader, filmOf, spokenOf }, linked);
      }
    }
  }
  return linked;
}

interface Reader {
  readonly catalogue: Catalogue;
  readonly titles: TitleLinker;
  readonly lexicon: Lexicon;
}

interface Named {
  readonly reader: Reader;
  readonly filmOf: FilmOf;
  readonly spokenOf: ReadonlySet<string>;
}

function linkMessage(
  { text, titles }: TypedMessage,
  { reader, filmOf, spokenOf }: Named,
  linked: { hits: TypedTitle[]; misses: Miss[]; falseLinks: FalseLink[] },
): void {
  const { catalogue } = reader;
  const left = titles.map((title) => ({
    title,
    name: nameOf(catalogue.title(filmOf(title.id, title.title) ?? -1)),
  }));
  const { spans, tokens } = readUtterance({ situation: { ...blank, text }, ...reader });
  for (const { span } of spans) {
    if (span.meaning.kind !== "item" || span.meaning.by !== "title") continue;
    const from = tokens[span.from]?.start ?? 0;
    const to = tokens[span.to - 1]?.end ?? text.length;
    for (const id of span.meaning.items) {
      const found = catalogue.title(catalogue.indexOf(id) ?? -1);
      const place = left.findIndex(({ name }) => name === nameOf(found));
      const [hit] = place < 0 ? [] : left.splice(place, 1);
      if (hit !== undefined) linked.hits.push(hit.title);
      else {
        linked.falseLinks.push({
          found,
          words: text.slice(from, to),
          over: titles.find(({ start, end }) => start < to && from < end),
          spokenOf: spokenOf.has(nameOf(found)),
          text,
        });
      }
    }
  }
  linked.misses.push(...left.map(({ title }) => ({ title, text })));
}
