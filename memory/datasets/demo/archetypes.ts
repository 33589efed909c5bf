/** A kind of viewer: how much each feature of a film (see `featuresOf`) adds to, or takes from, its appeal. */
export interface Archetype {
  readonly name: string;
  /** Share of the viewers whose main taste this is; the shares are relative. */
  readonly share: number;
  readonly tastes: Readonly<Record<string, number>>;
}

/** Fourteen tastes that people who talk about films recognise. Weights are by hand, about −2 … +2. */
export const ARCHETYPES: readonly Archetype[] = [
  archetype(
    "blockbusters",
    14,
    "Action 1.4, Adventure 1.2, Sci-Fi 0.7, superheroes 1.6, action-packed 1.3, fast-paced 0.7, epic 0.5, era:2010s 0.7, era:2000s 0.4, slow burn -1.4, black and white -1.6, language:English 0.6",
  ),
  archetype(
    "thinking science fiction",
    9,
    "Sci-Fi 2, artificial intelligence 1.2, robots 1, time travel 1.2, space travel 1, dystopia 1.1, mind-bending 1.3, the future 0.8, thought-provoking 0.8, Romance -0.5, Family -0.6",
  ),
  archetype(
    "crime and suspense",
    11,
    "Crime 1.6, Thriller 1.4, heist 1.1, organised crime 1.2, police 0.8, detective 0.9, tense 0.8, twist ending 0.9, violent 0.6, dark humour 0.5, Family -1.3, Musical -1.2",
  ),
  archetype(
    "family nights",
    9,
    "Family 1.8, Animation 1.4, family-friendly 1.5, whimsical 0.9, heartwarming 1, magic 0.7, feel-good 0.7, violent -1.8, bleak -1.5, scary -1.2, unsettling -1.2",
  ),
  archetype(
    "love stories",
    10,
    "Romance 1.8, romantic 1.4, first love 0.8, Comedy 0.5, feel-good 0.7, bittersweet 0.7, literary adaptation 0.5, unrequited love 0.7, Horror -1.6, violent -1.2, War -0.8",
  ),
  archetype(
    "horror",
    6,
    "Horror 2.2, scary 1.5, unsettling 1.3, monsters 1, ghosts 0.9, zombies 1, atmospheric 0.5, survival 0.6, Musical -1, Romance -0.6, heartwarming -0.8",
  ),
  archetype(
    "art house",
    9,
    "slow burn 1.3, poetic 1.3, ambiguous ending 0.7, character study 0.9, melancholic 0.8, visually stunning 0.5, surreal 0.6, language:English -0.9, Action -1, superheroes -1.8, era:1950s-60s 0.6, dreamlike 0.7",
  ),
  archetype(
    "old Hollywood",
    7,
    "era:before 1950 1.8, era:1950s-60s 1.3, black and white 1, Film-Noir 1.3, witty 0.8, Musical 0.4, femme fatale 0.7, violent -0.6, era:2010s -0.8, era:2020s -1",
  ),
  archetype(
    "east Asia",
    5,
    "language:Japanese 1.8, language:Korean 1.7, language:Cantonese 1.6, language:Mandarin 1.3, samurai 1, martial arts 1, Hong Kong 0.7, Tokyo 0.6, hand-drawn 0.5, language:English -0.4",
  ),
  archetype(
    "dry wit",
    9,
    "Comedy 1.8, witty 1.2, quirky 1.2, dark humour 1, satirical 1, cult favourite 0.8, slapstick 0.5, War -0.5, epic -0.6, Horror -0.3",
  ),
  archetype(
    "history and war",
    7,
    "History 1.5, War 1.6, true story 1.1, Second World War 1, First World War 0.8, politics 0.7, antiwar 0.6, epic 0.6, Fantasy -0.8, superheroes -0.8, whimsical -0.8",
  ),
  archetype(
    "westerns and tough men",
    5,
    "Western 2.2, gunslinger 1.4, the Old West 1, revenge 0.8, desert 0.6, era:1970s 0.8, era:1950s-60s 0.6, gritty 0.5, boxing 0.5, Musical -1, Animation -0.9",
  ),
  archetype(
    "music and stage",
    4,
    "Music 1.8, Musical 1.7, musicians 1.3, dance 1.2, theatre 1, fame 0.8, uplifting 0.6, romantic 0.4, Horror -1, violent -0.8",
  ),
  archetype(
    "the way we live now",
    7,
    "Drama 1, Documentary 0.9, women's lives 1, family 0.8, class 0.8, poverty 0.7, racism 0.7, migration 0.9, queer love 0.9, thought-provoking 0.6, era:2010s 0.6, era:2020s 0.7, Action -0.9, Fantasy -0.6",
  ),
];

/** Tastes are written "feature weight, feature weight"; genres and keywords need no prefix. */
function archetype(name: string, share: number, tastes: string): Archetype {
  const weights = tastes.split(", ").map((taste): [string, number] => {
    const cut = taste.lastIndexOf(" ");
    return [taste.slice(0, cut), Number(taste.slice(cut + 1))];
  });
  return { name, share, tastes: Object.fromEntries(weights) };
}
