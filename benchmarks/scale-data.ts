import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { seededRandom } from "../memory/random.ts";
import { literal, openDuckDB } from "../memory/store/duckdb.ts";

export interface ScaleSize {
  readonly items: number;
  readonly users: number;
  readonly interactions: number;
  /** Words in an item's text on average; 0 for none. */
  readonly words: number;
  readonly format: "csv" | "parquet";
}

const SEED = 20_260_301;
const TOPICS = 40;
const WORDS = 40_000;
const TAGS = 400;
const START = 1_262_304_000;
const SPAN = 15 * 365 * 86_400;

/**
 * Writes a made-up dataset and its descriptor into a folder; returns the descriptor's path. Nothing real is in it, but it has
 * the shape of real ones: popularity, words and names fall off as 1/(rank + q) (Zipf-Mandelbrot), each item has a topic that its
 * words and tags lean towards, each user two topics from which 70 % of what they do comes, rated higher. The same seed, the same data.
 */
export async function writeScaleData(folder: string, size: ScaleSize): Promise<string> {
  writeItems(join(folder, "items.csv"), size);
  await writeInteractions(folder, size);
  const path = join(folder, "scale.yaml");
  writeFileSync(path, stringify(descriptorOf(size)));
  return path;
}

function descriptorOf(size: ScaleSize): object {
  return {
    name: "scale",
    noun: { one: "book", many: "books", verb: "read", past: "read" },
    about: "Made by benchmarks/scale-data.ts.",
    simulated: true,
    scale: { min: 1, max: 5 },
    positiveFrom: 4,
    identifiers: ["isbn"],
    facets: [
      { name: "shelf", kind: "category" },
      { name: "tag", kind: "tags" },
      { name: "author", kind: "people", aliases: ["by"] },
      { name: "pages", kind: "number", unit: "pages", lower: ["shorter"], higher: ["longer"] },
      { name: "year", kind: "year", lower: ["older"], higher: ["newer"] },
    ],
    files: { items: "items.csv", interactions: `interactions.${size.format}` },
    items: "SELECT id, title, text, shelf, tag, author, pages, year, isbn FROM items",
    interactions: 'SELECT "user", item, rating AS "value", time AS "at" FROM interactions',
  };
}

/** Item i has topic i mod 40, and is the i-th most popular. */
function writeItems(path: string, size: ScaleSize): void {
  const random = seededRandom(SEED);
  const words = Array.from({ length: WORDS }, (_, rank) => wordOf(rank));
  const names = Math.max(1000, Math.floor(size.items / 4));
  const file = openSync(path, "w");
  let lines = "id,title,text,shelf,tag,author,pages,year,isbn\n";
  for (let item = 0; item < size.items; item++) {
    const topic = item % TOPICS;
    const word = (): string => words[wordRank(random, topic)] ?? "";
    const title = Array.from({ length: 2 + (item % 2) }, () =>
      capital(words[2000 + zipf(random(), WORDS - 2000, 4000)] ?? ""),
    );
    const length = Math.floor(size.words * (0.5 + random()));
    const text = Array.from({ length }, word).join(" ");
    const tags = Array.from({ length: 2 + Math.floor(random() * 4) }, () => tagOf(random, topic));
    const authors = Array.from({ length: random() < 0.8 ? 1 : 2 }, () => nameOf(zipf(random(), names, 50)));
    const pages = 80 + Math.floor(random() * random() * 900);
    const year = 2025 - Math.floor(random() * random() * 120);
    lines += `b${item},${title.join(" ")},${text},shelf ${topic % 20},${tags.join("|")},${authors.join("|")},${pages},${year},978${String(item).padStart(10, "0")}\n`;
    if (lines.length < 1 << 20) continue;
    writeSync(file, lines);
    lines = "";
  }
  writeSync(file, lines);
  closeSync(file);
}

async function writeInteractions(folder: string, size: ScaleSize): Promise<void> {
  const { items, users, interactions, format } = size;
  const perTopic = Math.max(1, Math.floor(items / TOPICS));
  const duck = await openDuckDB([folder]);
  const chance = (salt: number): string => `(hash(i, ${SEED + salt}) % 1000003 / 1000003.0)`;
  try {
    await duck.run(
      `COPY (
        WITH drawn AS (
          SELECT i, floor(${users} * pow(${chance(1)}, 1.3))::INTEGER AS u, ${chance(2)} AS rank_at, ${chance(3)} AS topic_at,
            ${chance(4)} AS rate_at FROM range(${interactions}) AS rows(i)
        ), chosen AS (
          SELECT *, topic_at < 0.7 AS favourite,
            CASE WHEN topic_at < 0.4 THEN hash(u, 1) % ${TOPICS} WHEN topic_at < 0.7 THEN hash(u, 2) % ${TOPICS}
              ELSE floor((topic_at - 0.7) / 0.3 * ${TOPICS})::INTEGER END AS topic,
            least(${perTopic - 1}, floor(${zipfSql("rank_at", perTopic, Math.max(1, perTopic / 50))}))::INTEGER AS place
          FROM drawn
        )
        SELECT 'u' || u AS "user", 'b' || (place * ${TOPICS} + topic) AS item,
          CASE WHEN favourite THEN 3 + floor(rate_at * 3) ELSE 1 + floor(rate_at * 4) END::INTEGER AS rating,
          ${START} + (i * ${SPAN / interactions})::BIGINT AS time
        FROM chosen ORDER BY i
      ) TO ${literal(join(folder, `interactions.${format}`))} (FORMAT ${format}${format === "csv" ? ", HEADER" : ""})`,
    );
  } finally {
    duck.close();
  }
}

/** 0 … n − 1 with probability ∝ 1/(rank + q): the inverse of its distribution at `at` in 0..1. */
function zipf(at: number, n: number, q: number): number {
  return Math.min(n - 1, Math.floor(q * ((n / q + 1) ** at - 1)));
}

function zipfSql(at: string, n: number, q: number): string {
  return `${q} * (pow(${n / q + 1}, ${at}) - 1)`;
}

/** A third of the words are the topic's own 300, the others anybody's. */
function wordRank(random: () => number, topic: number): number {
  return random() < 0.33 ? 1000 + topic * 300 + zipf(random(), 300, 10) : zipf(random(), WORDS, 20);
}

function tagOf(random: () => number, topic: number): string {
  const tag = random() < 0.6 ? topic * 10 + zipf(random(), 10, 2) : zipf(random(), TAGS, 10);
  return `${wordOf(5000 + tag)}-${tag}`;
}

const SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru".split(
  " ",
);

function wordOf(rank: number): string {
  let left = rank + SYLLABLES.length;
  let word = "";
  while (left > 0) {
    word += SYLLABLES[left % SYLLABLES.length];
    left = Math.floor(left / SYLLABLES.length);
  }
  return `${word}n`;
}

function nameOf(rank: number): string {
  return `${capital(wordOf(rank % 997))} ${capital(wordOf(1000 + rank))}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
