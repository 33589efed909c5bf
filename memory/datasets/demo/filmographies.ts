/**
 * For each film, the films of whoever of its people has most of them; the first of equals.
 *
 * @param people of each film, by its index.
 */
export function filmographies(people: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const films = new Map<string, number[]>();
  people.forEach((names, film) => {
    for (const name of names) {
      const known = films.get(name);
      if (known === undefined) films.set(name, [film]);
      else known.push(film);
    }
  });
  return people.map((names) =>
    names
      .map((name) => films.get(name) ?? [])
      .reduce((most, list) => (list.length > most.length ? list : most), []),
  );
}
