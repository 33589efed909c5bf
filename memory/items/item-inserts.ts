import type { SqliteDatabase } from "../store/sqlite.ts";
import type { FacetDeclaration } from "./facet.ts";
import type { Identifiers } from "./identifiers.ts";
import type { Item } from "./item.ts";

/** Told of an identifier that an earlier item has: it keeps it. */
export type OnTaken = (item: Pick<Item, "title">, scheme: string, value: string) => void;

/** What a catalogue's file holds in rows, item by item: ids, texts, identifiers and the word index. */
export class ItemInserts {
  private readonly facets: readonly FacetDeclaration[];
  private readonly onTaken: OnTaken;
  private readonly insert;

  constructor(database: SqliteDatabase, facets: readonly FacetDeclaration[], onTaken: OnTaken) {
    this.facets = facets;
    this.onTaken = onTaken;
    this.insert = {
      item: database.prepare("INSERT OR IGNORE INTO items VALUES (?, ?)"),
      text: database.prepare("INSERT INTO texts VALUES (?, ?)"),
      identifier: database.prepare("INSERT OR IGNORE INTO identifiers VALUES (?, ?, ?)"),
      words: database.prepare("INSERT INTO words (rowid, title, people, tags, prose) VALUES (?, ?, ?, ?, ?)"),
      // A word index without contents must be told what it is to forget.
      noWords: database.prepare(
        "INSERT INTO words (words, rowid, title, people, tags, prose) VALUES ('delete', ?, ?, ?, ?, ?)",
      ),
      noText: database.prepare("DELETE FROM texts WHERE idx = ?"),
      noIdentifiers: database.prepare("DELETE FROM identifiers WHERE idx = ?"),
    };
  }

  /** Takes an id for an index; false where an item has it. */
  take(id: string, index: number): boolean {
    return this.insert.item.run(id, index).changes > 0;
  }

  /** Text and words of an item. */
  put(item: Item, index: number): void {
    if (item.text !== undefined) this.insert.text.run(index, item.text);
    this.insert.words.run(index + 1, ...this.wordsOf(item));
  }

  /** Takes back what `put` put: of the very same item. */
  remove(item: Item, index: number): void {
    this.insert.noText.run(index);
    this.insert.noWords.run(index + 1, ...this.wordsOf(item));
  }

  /** What other catalogues call an item, as far as no other item is called so. Returns what it got. */
  identify(item: Pick<Item, "title" | "identifiers">, index: number): Identifiers {
    const got = Object.entries(item.identifiers ?? {}).filter(([scheme, value]) => {
      const { changes } = this.insert.identifier.run(scheme, value, index);
      if (changes === 0) this.onTaken(item, scheme, value);
      return changes > 0;
    });
    return Object.fromEntries(got);
  }

  /** Takes back all that other catalogues call an item. */
  unidentify(index: number): void {
    this.insert.noIdentifiers.run(index);
  }

  /** Titles, people, tags and prose: the columns of the word index. */
  private wordsOf(item: Item): [string, string, string, string] {
    const of = (...kinds: readonly string[]): string =>
      this.facets
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ name }) => item.facets[name] ?? [])
        .join(" · ");
    return [[item.title, of("text")].join(" · "), of("people"), of("category", "tags"), item.text ?? ""];
  }
}
