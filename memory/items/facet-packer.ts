import type { FacetDeclaration } from "./facet.ts";
import { formOf } from "./facet-columns.ts";
import type { FacetValue } from "./item.ts";
import { GrowingNumbers, type PackedBytes, StringPacker } from "./packed-strings.ts";

/** A facet of every item, packed for the file: `columns` of the catalogue's database. */
export interface StoredFacet {
  /** The vocabulary of a listed facet, most frequent first; the texts of a textual one. */
  readonly strings?: PackedBytes;
  readonly offsets?: Int32Array;
  readonly codes?: Int32Array;
  readonly numbers?: Float64Array;
}

/** Packs one facet, item by item: what it holds grows with the values, not with the items' objects. */
export interface FacetPacker {
  add(value: FacetValue | undefined): void;
  /** Whether some item carries the value; known only of listed facets. */
  has(value: string): boolean;
  /** Whether no item had the facet. */
  readonly empty: boolean;
  finish(): StoredFacet;
}

export function facetPacker(facet: FacetDeclaration): FacetPacker {
  const form = formOf(facet);
  if (form === "numeric") return new NumberPacker();
  return form === "textual" ? new TextPacker() : new ListPacker();
}

class NumberPacker implements FacetPacker {
  empty = true;
  private readonly numbers = new GrowingNumbers(Float64Array);

  add(value: FacetValue | undefined): void {
    if (value !== undefined) this.empty = false;
    this.numbers.add(typeof value === "number" ? value : Number.NaN);
  }

  has(): boolean {
    return false;
  }

  finish(): StoredFacet {
    return { numbers: this.numbers.finish() };
  }
}

class TextPacker implements FacetPacker {
  empty = true;
  private readonly texts = new StringPacker();

  add(value: FacetValue | undefined): void {
    if (value !== undefined) this.empty = false;
    this.texts.add(value === undefined ? "" : String(value));
  }

  has(): boolean {
    return false;
  }

  finish(): StoredFacet {
    return { strings: this.texts.finish() };
  }
}

class ListPacker implements FacetPacker {
  /** Value → its place in order of appearance, until all counts are known. */
  private readonly places = new Map<string, number>();
  private readonly codes = new GrowingNumbers(Int32Array);
  private readonly offsets = new GrowingNumbers(Int32Array);

  constructor() {
    this.offsets.add(0);
  }

  get empty(): boolean {
    return this.places.size === 0;
  }

  add(value: FacetValue | undefined): void {
    if (Array.isArray(value)) for (const one of new Set(value)) this.addOne(one);
    else if (value !== undefined) this.addOne(String(value));
    this.offsets.add(this.codes.length);
  }

  has(value: string): boolean {
    return this.places.has(value);
  }

  finish(): StoredFacet {
    const codes = this.codes.finish();
    const counts = new Int32Array(this.places.size);
    for (const place of codes) counts[place] = (counts[place] ?? 0) + 1;
    const sorted = [...this.places].sort(
      ([left, leftPlace], [right, rightPlace]) =>
        (counts[rightPlace] ?? 0) - (counts[leftPlace] ?? 0) || (left < right ? -1 : 1),
    );
    const vocabulary = new StringPacker();
    const codeOf = new Int32Array(sorted.length);
    sorted.forEach(([value, place], code) => {
      vocabulary.add(value);
      codeOf[place] = code;
    });
    return {
      strings: vocabulary.finish(),
      offsets: this.offsets.finish(),
      codes: codes.map((place) => codeOf[place] ?? 0),
    };
  }

  private addOne(value: string): void {
    const known = this.places.get(value);
    const place = known ?? this.places.size;
    if (known === undefined) this.places.set(value, place);
    this.codes.add(place);
  }
}
