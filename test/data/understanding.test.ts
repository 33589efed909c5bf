import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createLexicon, type Lexicon } from "../../agents/minds/grammar/lexicon.ts";
import { readUtterance } from "../../agents/minds/grammar/utterance.ts";
import { builtInDescriptor } from "../../memory/datasets/built-in.ts";
import { importDataset } from "../../memory/datasets/importing/importer.ts";
import { type OpenDataset, openDataset } from "../../memory/datasets/open-dataset.ts";
import { createTitleLinker, type TitleLinker } from "../../tools/language/title-linker.ts";
import { blank } from "../agents/minds/grammar/reading.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

describeOnData(
  "titles in dialogues, on MovieLens-1M with texts",
  ["ml-1m/movies.dat", "ml-1m-text/movies_extrainfos.dat", "redial/test_data.jsonl"],
  () => {
    let home: string;
    let dataset: OpenDataset;
    let titles: TitleLinker;
    let lexicon: Lexicon;

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "cicerone-understanding-"));
      const folders = { from: join(REAL_DATA, "ml-1m"), text: join(REAL_DATA, "ml-1m-text") };
      await importDataset({
        descriptor: builtInDescriptor("ml-1m"),
        ...folders,
        home,
        clock: () => Date.now(),
      });
      dataset = openDataset(home, "ml-1m");
      titles = createTitleLinker(dataset.catalogue);
      lexicon = createLexicon(dataset.catalogue);
    });

    afterAll(async () => {
      dataset.catalogue.close();
      await rm(home, { recursive: true, force: true });
    });

    it.each([
      ["as written", (title: string) => title],
      ["in lower case", (title: string) => title.toLowerCase()],
    ])("links the titles of ReDial's test dialogues, %s", (_, typed) => {
      const { hits, wrong, missed } = linkDialogues(dataset, titles, lexicon, typed);
      const [precision, recall] = [hits / (hits + wrong), hits / (hits + missed)];
      console.info(
        `titles: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${hits + missed}`,
      );
      expect(hits + missed).toBeGreaterThan(1500);
      expect(precision).toBeGreaterThanOrEqual(0.97);
      expect(recall).toBeGreaterThanOrEqual(0.93);
    });
  },
);

interface Dialogue {
  /** Title with its year, by the number that stands for it in the messages; a list where there is none. */
  readonly movieMentions: Readonly<Record<string, string | null>>;
  readonly messages: readonly { readonly text: string }[];
}

interface Linked {
  hits: number;
  wrong: number;
  missed: number;
}

/** Titles found in the messages all of whose mentions are of the catalogue. */
function linkDialogues(
  { catalogue }: OpenDataset,
  titles: TitleLinker,
  lexicon: Lexicon,
  typed: (title: string) => string,
): Linked {
  const known = new Map<string, number>();
  for (let item = 0; item < catalogue.size; item++)
    known.set(`${nameOf(catalogue.title(item))} ${catalogue.value(item, "year")}`, item);
  const linked: Linked = { hits: 0, wrong: 0, missed: 0 };
  for (const line of readFileSync(join(REAL_DATA, "redial/test_data.jsonl"), "utf8").trim().split("\n")) {
    const { movieMentions, messages }: Dialogue = JSON.parse(line);
    for (const { text } of messages) {
      const meant: (number | undefined)[] = [];
      const written = text.replace(/@(\d+)/g, (_, id: string) => {
        const [, title = "", year] = /^(.*?)\s*(?:\((\d{4})\))?\s*$/.exec(movieMentions[id] ?? "") ?? [];
        meant.push(known.get(`${nameOf(title)} ${year}`));
        return typed(title);
      });
      if (meant.length === 0 || meant.includes(undefined)) continue;
      const left = meant.map((item) => nameOf(catalogue.title(item ?? -1)));
      const { spans } = readUtterance({ situation: { ...blank, text: written }, catalogue, titles, lexicon });
      for (const { span } of spans) {
        if (span.meaning.kind !== "item" || span.meaning.by !== "title") continue;
        for (const id of span.meaning.items) {
          const place = left.indexOf(nameOf(catalogue.title(catalogue.indexOf(id) ?? -1)));
          if (place < 0) linked.wrong += 1;
          else linked.hits += left.splice(place, 1).length;
        }
      }
      linked.missed += left.length;
    }
  }
  return linked;
}

/** A title without article, bracketed names, punctuation and case. */
function nameOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/^(?:the|an?) /, "")
    .replace(/ \(.*/, "")
    .replaceAll("&", "and")
    .replace(/[^a-z0-9]/g, "");
}
