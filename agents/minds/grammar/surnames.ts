const PARTICLES = new Set("de del della di da van von der den la le du al el ben bin st san mc".split(" "));

/**
 * The ways to call somebody by the last name: of "guillermo del toro" toro, del toro and deltoro, of "j r r tolkien" tolkien. None for a
 * single name.
 */
export function surnamesOf(name: string): string[] {
  const all = name.split(" ");
  const words = all.filter((word) => !/^(?:jr|sr|i{1,3}|iv|[a-z])$/.test(word));
  const last = words.at(-1) ?? "";
  if (all.lastIndexOf(last) < 1) return [];
  const particle = words.at(-2) ?? "";
  if (!PARTICLES.has(particle) || words.length < 3) return [last];
  return [last, `${particle} ${last}`, `${particle}${last}`];
}
