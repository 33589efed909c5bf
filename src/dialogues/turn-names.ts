import { CiceroneError } from "../../memory/errors.ts";
import { nearest } from "../../memory/nearest.ts";

/** The turns of a dialogue as far as it is read, by the names that later ones may call them. */
export class TurnNames {
  private readonly numbers = new Map<string, number>();

  /** Throws CiceroneError `usage-turn` where an earlier turn has the name already. */
  add(name: string, number: number): void {
    if (this.numbers.has(name)) {
      throw new CiceroneError("usage-turn", `Two turns are called “${name}”.`, {
        hint: "Give each a name of its own.",
      });
    }
    this.numbers.set(name, number);
  }

  /** The number of the turn that turn `number` means. Throws CiceroneError `usage-turn` where none before it is called so. */
  before(number: number, reference: string | number): number {
    const meant = typeof reference === "number" ? reference : this.numbers.get(reference);
    if (meant !== undefined && meant < number) return meant;
    const names = [...this.numbers.keys()];
    const close = nearest(String(reference), names);
    throw new CiceroneError("usage-turn", `“${reference}” is no turn before turn ${number}.`, {
      hint: close === undefined ? choices(number, names) : `Did you mean “${close}”?`,
    });
  }
}

function choices(number: number, names: readonly string[]): string {
  if (number === 1) return "Nothing comes before the first turn.";
  const numbers = number === 2 ? "1" : `1 to ${number - 1}`;
  return `There are ${[numbers, ...names.map((name) => `“${name}”`)].join(", ")}; restarts are not counted.`;
}
