import type { Random } from "../../random.ts";

/** What people made, by who they are. */
export class Filmographies {
  readonly #names: readonly (readonly string[])[];
  readonly #films = new Map<string, number[]>();

  /** @param names of each film, by its index. */
  constructor(names: readonly (readonly string[])[]) {
    this.#names = names;
    names.forEach((people, film) => {
      for (const name of people) {
        const known = this.#films.get(name);
        if (known === undefined) this.#films.set(name, [film]);
        else known.push(film);
      }
    });
  }

  /** The films of one of the people of this film, drawn evenly. */
  of(film: number, random: Random): readonly number[] {
    const people = this.#names[film] ?? [];
    return this.#films.get(people[Math.floor(random() * people.length)] ?? "") ?? [];
  }
}
