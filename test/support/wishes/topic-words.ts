/** A keyword as it is spoken of. */
export interface Topic {
  readonly value: string;
  /** What can follow "about": "a detective", "detectives", "revenge". Empty for places. */
  readonly about: readonly string[];
  /** What can follow "no", and be in a film: "detectives", "gambling". */
  readonly none: string | undefined;
  /** With its preposition: "in a prison". */
  readonly setting: string | undefined;
}

/** Things and people that are counted. The plural is given where it is not the rule's. */
const COUNTED = `alien, android, angel, assassin, astronaut, baby, boxer, circus, conspiracy, court case, demon, detective, dinosaur,
dog, drug dealer, dysfunctional family, fugitive, funeral, gangster, ghost, haunted house, heist, helicopter, hitman/hitmen, hostage,
inventor, journalist, kidnapping, lawyer, love triangle, mad scientist, millionaire, monster, motorcycle, nightmare, orphan,
photographer, pilot, priest, princess, private detective, psychiatrist, puppet, reporter, road trip, robot, samurai/samurai, scientist,
secret agent, serial killer, sheriff, singer, single mother, submarine, superhero/superheroes, sword fight, teacher, thief/thieves,
train, trial, vampire, vigilante, waitress, war veteran, wedding, widow, witch, zombie`;

/** Things that are not counted, which a film can have in it or not. */
const UNCOUNTED = `adultery, alcoholism, baseball, basketball, blackmail, boxing, corruption, dancing, divorce, drugs, espionage,
gambling, gore, magic, martial arts, murder, politics, racism, religion, robbery, space travel, sports, terrorism, theft, time travel,
torture`;

/** What a film is about, but has not "in it". */
const ABSTRACT = `betrayal, depression, drug addiction, forbidden love, friendship, insanity, jealousy, mental illness, mistaken identity,
obsession, organized crime, paranoia, police corruption, revenge, survival, unrequited love, voyeurism`;

/** Names, with their capitals and articles. */
const NAMED = `Christmas, Halloween, World War I, World War II, the Cold War, the Great Depression, the Vietnam War, the mafia`;

/** Where a story can take place. */
const SETTINGS = `in New York City, in California, in Los Angeles, in London, in Paris, in Texas, in Florida, in Chicago, in San Francisco,
in New Jersey, in Manhattan, in Las Vegas, in Louisiana, in Pennsylvania, in Massachusetts, in Michigan, in Illinois, in Hollywood,
in Africa, in Washington DC, in a small town, in a prison, in a high school, in a hospital, in the desert, on an island, in the jungle,
in a hotel, in a castle, on a farm, in a nightclub, in a village, in space, in the future, in a courtroom`;

/**
 * The words for a keyword; undefined where it is no noun that one could ask for ("admiring"), says what a genre says, or is nothing
 * to ask a stranger for.
 */
export function topicOf(keyword: string): Topic | undefined {
  const words = TOPICS.get(keyword.toLowerCase());
  return words === undefined ? undefined : { ...words, value: keyword };
}

const TOPICS: ReadonlyMap<string, Omit<Topic, "value">> = new Map([
  ...entries(COUNTED).map((entry): [string, Omit<Topic, "value">] => {
    const [one = entry, many = plural(one)] = entry.split("/");
    const a = /^[aeiou]/.test(one) ? "an" : "a";
    return [one, { about: [`${a} ${one}`, many], none: many, setting: undefined }];
  }),
  ...entries(UNCOUNTED).map((entry): [string, Omit<Topic, "value">] => [
    entry,
    { about: [entry], none: entry, setting: undefined },
  ]),
  ...[...entries(ABSTRACT), ...entries(NAMED)].map((entry): [string, Omit<Topic, "value">] => [
    withoutArticle(entry).toLowerCase(),
    { about: [entry], none: undefined, setting: undefined },
  ]),
  ...entries(SETTINGS).map((entry): [string, Omit<Topic, "value">] => [
    withoutArticle(entry.replace(/^(in|on) /, "")).toLowerCase(),
    { about: [], none: undefined, setting: entry },
  ]),
]);

function entries(list: string): string[] {
  return list.split(",").map((entry) => entry.trim().replace(/\s+/g, " "));
}

function withoutArticle(phrase: string): string {
  return phrase.replace(/^(the|a|an) /, "");
}

function plural(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|ch|sh|x)$/.test(one) ? `${one}es` : `${one}s`;
}
