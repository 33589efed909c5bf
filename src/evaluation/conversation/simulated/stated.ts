import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import {
  type Condition,
  type Constraint,
  conditionsOf,
  testKey,
} from "../../../../memory/items/constraint.ts";
import type { Utterance } from "./utterance.ts";

/** What is wrong with a reply, as numbers of shown items. */
export interface Judgement {
  /** Break what was stated and not taken back, without a word about it. */
  readonly violations: number;
  /** Break only what the reply says it let go of. */
  readonly relaxed: number;
  /** Known or turned down, and said so before; or shown before, where others were asked for. */
  readonly repeats: number;
  /** Shown before, neither turned down nor known, and nobody asked for others: what is left of a list that was refined. */
  readonly relisted: number;
}

/** What a person has stated so far, kept apart from anything that a system believes was said. */
export class Stated {
  private readonly catalogue: Catalogue;
  private wishes: readonly Condition[] = [];
  private readonly gone = new Set<number>();
  private readonly shown = new Set<number>();
  private readonly masks = new Map<string, Uint8Array>();
  private othersWanted = false;

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes down what was said. */
  hear({ effects }: Utterance): void {
    this.othersWanted = false;
    for (const effect of effects) {
      switch (effect.kind) {
        case "known":
        case "turned-down":
          for (const item of effect.items) this.gone.add(item);
          break;
        case "others":
          this.othersWanted = true;
          break;
        case "wish":
          this.wishes = [...this.wishes.filter((held) => !replaced(held, effect)), effect.wish];
      }
    }
  }

  /** Whether an item meets all that was stated. */
  allows(item: number): boolean {
    return this.broken(item).length === 0;
  }

  /** Judges the items of a reply, and remembers that they were shown. */
  judge(items: readonly number[], relaxed: readonly Constraint[]): Judgement {
    const letGo = new Set(relaxed.flatMap(conditionsOf).map(({ facet }) => facet));
    const broken = items.map((item) => this.broken(item)).filter((conditions) => conditions.length > 0);
    const excused = broken.filter((conditions) => conditions.every(({ facet }) => letGo.has(facet))).length;
    const again = items.filter((item) => this.shown.has(item));
    const repeats = items.filter(
      (item) => this.gone.has(item) || (this.othersWanted && this.shown.has(item)),
    ).length;
    const relisted = this.othersWanted ? 0 : again.filter((item) => !this.gone.has(item)).length;
    for (const item of items) this.shown.add(item);
    return { violations: broken.length - excused, relaxed: excused, repeats, relisted };
  }

  private broken(item: number): Condition[] {
    return this.wishes.filter((wish) => this.maskOf(wish)[item] === 0);
  }

  private maskOf(wish: Condition): Uint8Array {
    const key = testKey(wish);
    const known = this.masks.get(key);
    if (known !== undefined) return known;
    const mask = this.catalogue.satisfying({ ...wish, strength: 1, said: "", source: "said" });
    this.masks.set(key, mask);
    return mask;
  }
}

function isRuling({ test }: Condition): boolean {
  return test.op === "none-of" || test.op === "outside";
}

function replaced(held: Condition, { wish, replaces }: { wish: Condition; replaces: boolean }): boolean {
  return replaces && held.facet === wish.facet && !isRuling(held);
}
