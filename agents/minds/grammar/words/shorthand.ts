import type { Token } from "../../../../tools/language/running-text.ts";

/** Words as thumbs type them → the words they stand for. */
const SHORT: ReadonlyMap<string, string> = new Map(
  `smth=something sth=something smthn=something somethin=something pls=please plz=please plss=please abt=about bout=about luv=love
  rly=really rlly=really u=you ur=your cuz=because coz=because cos=because bc=because tho=though nite=night tonite=tonight 2nite=tonight
  fave=favourite fav=favourite faves=favourites favs=favourites recs=recommendations rec=recommendation reccomend=recommend
  recomend=recommend reccommend=recommend sugest=suggest wat=what wot=what dnt=dont havnt=havent thru=through yrs=years yr=year
  flix=films moar=more ppl=people thx=thanks ty=thanks tks=thanks thanx=thanks k=ok kk=ok nvm=nevermind
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
    const norm = without ? "without" : slashed ? "with" : SHORT.get(token.norm);
    return norm === undefined ? token : { ...token, norm };
  });
}
