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

  /** The films of whoever of a film's people has most; the first of equals. */
  of(film: number): readonly number[] {
    const lists = (this.#names[film] ?? []).map((name) => this.#films.get(name) ?? []);
    return lists.reduce((most, list) => (list.length > most.length ? list : most), []);
  }
}
