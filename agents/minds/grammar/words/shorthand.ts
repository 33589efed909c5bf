import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import { createTypoIndex } from "../../../../tools/language/typos.ts";
import { FILLER } from "./filler.ts";

/** Words as thumbs type them → the words they stand for. */
const SHORT: ReadonlyMap<string, string> = new Map(
  `teh=the hte=the adn=and smth=something sth=something smthn=something somethin=something pls=please plz=please plss=please abt=about bout=about luv=love
  rly=really rlly=really u=you ur=your cuz=because coz=because cos=because bc=because tho=though nite=night tonite=tonight 2nite=tonight
  fave=favourite fav=favourite faves=favourites favs=favourites recs=recommendations rec=recommendation reccomend=recommend
  recomend=recommend reccommend=recommend sugest=suggest wat=what wot=what dnt=dont havnt=havent thru=through yrs=years yr=year
  moar=more ppl=people thx=thanks ty=thanks tks=thanks thanx=thanks k=ok kk=ok nvm=nevermind
  dunno=idk nuthin=nothing nothin=nothing anythin=anything alot=lots gd=good grt=great b4=before`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [short = "", long = ""] = pair.split("=");
      return [short, long];
    }),
);

/** Tokens with shorthand written out where words are compared; what was typed stays in `text`. "w/" is "with", "w/o" is "without". */
export function writtenOut(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const barred = token.norm === "o" && /^\/$/.test(token.gap) && tokens[at - 1]?.norm === "w";
    if (barred) return { ...token, norm: "any" };
    const slashed = token.norm === "w" && (tokens[at + 1]?.gap ?? "").startsWith("/");
    const without = slashed && tokens[at + 1]?.norm === "o" && tokens[at + 1]?.gap === "/";
    if (token.norm === "y" && /^(?:not|is|isnt|that|those|this)$/.test(tokens[at + 1]?.norm ?? ""))
      return { ...token, norm: "why" };
    // The K. of a name is no "ok".
    if (
      token.text.length === 1 &&
      (token.capital || (at > 0 && tokens[at + 1]?.gap.startsWith(".") === true))
    )
      return token;
    const norm = without ? "without" : slashed ? "with" : (SHORT.get(token.norm) ?? meant(token));
    return norm === undefined ? token : { ...token, norm };
  });
}

/** Words of talk that thumbs often miss a letter of. */
const TALK = new Set(
  "something anything nothing everything recommend recommendation recommendations suggestion suggestions different another favourite watched because instead without please similar between anyone people really shorter longer tonight usually".split(
    " ",
  ),
);
const SPELLINGS = createTypoIndex(TALK);

/** "sometihng": one slip away from a word of talk, and no everyday word itself. */
function meant({ norm, capital }: Token): string | undefined {
  if (norm.length < 6 || capital || TALK.has(norm) || ORDINARY_WORDS.has(norm) || FILLER.has(norm))
    return undefined;
  const [near] = SPELLINGS.near(norm);
  return near !== undefined && near.distance === 1 && !isInflected(norm, near.word) ? near.word : undefined;
}

/** "watches" is another form of "watched", not a slip: only its end differs. */
function isInflected(word: string, near: string): boolean {
  let same = 0;
  while (word[same] === near[same] && same < near.length) same += 1;
  return same >= Math.min(word.length, near.length) - 1;
}
