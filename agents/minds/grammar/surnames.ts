const PARTICLES = new Set("de del della di da van von der den la le du al el ben bin st san mc".split(" "));

/** The ways to call somebody by the last name: of "guillermo del toro" toro, del toro and deltoro. None for a single name. */
export function surnamesOf(name: string): string[] {
  const words = name.split(" ").filter((word) => !/^(?:jr|sr|i{1,3}|iv|[a-z])$/.test(word));
  if (words.length < 2) return [];
  const last = words.at(-1) ?? "";
  const particle = words.at(-2) ?? "";
  if (!PARTICLES.has(particle) || words.length < 3) return [last];
  return [last, `${particle} ${last}`, `${particle}${last}`];
}
