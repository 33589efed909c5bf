/** How a country is named in a sentence, and what is called after it. */
export interface CountryWords {
  readonly name: string;
  readonly adjective: string;
}

const PLAIN: Readonly<Record<string, string>> = {
  France: "French",
  Germany: "German",
  Japan: "Japanese",
  Italy: "Italian",
  Sweden: "Swedish",
  Spain: "Spanish",
  Australia: "Australian",
  Canada: "Canadian",
  Denmark: "Danish",
  India: "Indian",
  Belgium: "Belgian",
  Ireland: "Irish",
  Mexico: "Mexican",
  Poland: "Polish",
  Brazil: "Brazilian",
  Austria: "Austrian",
  Argentina: "Argentinian",
  Iran: "Iranian",
  China: "Chinese",
  Norway: "Norwegian",
  Romania: "Romanian",
  Switzerland: "Swiss",
  Taiwan: "Taiwanese",
  Turkey: "Turkish",
  Cuba: "Cuban",
  Finland: "Finnish",
  Hungary: "Hungarian",
  Russia: "Russian",
  Thailand: "Thai",
  "South Korea": "South Korean",
  "South Africa": "South African",
};

const AMERICA: CountryWords = { name: "the United States", adjective: "American" };
const BRITAIN: CountryWords = { name: "the UK", adjective: "British" };

/** By the catalogue's value. Countries that are not here are not asked for. */
export const COUNTRY_WORDS: Readonly<Record<string, CountryWords>> = {
  ...Object.fromEntries(Object.entries(PLAIN).map(([name, adjective]) => [name, { name, adjective }])),
  USA: AMERICA,
  "United States": AMERICA,
  UK: BRITAIN,
  "United Kingdom": BRITAIN,
  Netherlands: { name: "the Netherlands", adjective: "Dutch" },
  "Soviet Union": { name: "the Soviet Union", adjective: "Soviet" },
};
