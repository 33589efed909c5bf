import { describe, expect, it } from "vitest";
import { films, told } from "./reading.ts";

/** Sentence → what was understood; "3 × …" where a count was named. Every one is a single fresh request. */
const requests: readonly (readonly [said: string, understood: string])[] = [
  ["90s sci-fi under two hours", "Sci-Fi · 1990–1999 · under 120 min"],
  ["anything by Kurosawa", "Akira Kurosawa"],
  ["like Alien but not horror", "not Horror · like Alien"],
  ["top 3 war films", "3 × War"],
  ["surprise me", "a surprise"],
  ["films with both Al Pacino and Robert De Niro", "Al Pacino and Robert De Niro"],
  ["a western or a war film from the sixties", "Western or War · 1960–1969"],
  ["a thriller set in San Francisco", "Thriller · San Francisco"],
  ["like Alien but funny", "Comedy · like Alien"],
  ["hidden gems", "little known"],
  ["nothing mainstream", "little known"],
  ["popular horror from the seventies", "Horror · 1970–1979 · popular"],
  ["something about robots falling in love", "robot · “falling in love”"],
  ["before 1960", "before 1960"],
  ["after 2000", "from 2001"],
  ["since 2000", "from 2000"],
  ["between 1970 and 1985", "1970–1985"],
  ["1990-1995", "1990–1995"],
  ["from 1990 to 1999", "1990–1999"],
  ["nothing older than 1995", "from 1995"],
  ["nothing before 1980", "from 1980"],
  ["something newer than 1995", "from 1996"],
  ["from 1999", "1999"],
  ["1999 or later", "from 1999"],
  ["around 1980", "1978–1982"],
  ["early 80s sci-fi", "Sci-Fi · 1980–1983"],
  ["mid-70s thrillers", "Thriller · 1973–1976"],
  ["late nineties", "1996–1999"],
  ["something from the 1990s", "1990–1999"],
  ["a drama from the 90's", "Drama · 1990–1999"],
  ["films from the last century", "1900–1999"],
  ["20th century films", "1900–1999"],
  ["in the 60s or 70s", "1960–1979"],
  ["in the 50s or the 80s", "1950–1989 · not 1960–1979"],
  ["not from the 90s", "not 1990–1999"],
  ["nothing from the 80s or 90s", "not 1980–1999"],
  ["comedies no longer than 90 minutes", "Comedy · up to 90 min"],
  ["about 90 minutes", "81–99 min"],
  ["1h45 max", "up to 105 min"],
  ["at most 1h 45m", "up to 105 min"],
  ["under 1.5 hours", "under 90 min"],
  ["under an hour and a half", "under 90 min"],
  ["two and a half hours at most", "up to 150 min"],
  ["at least two hours", "at least 120 min"],
  ["between 90 and 120 minutes", "90–120 min"],
  ["no longer than 2 h", "up to 120 min"],
  ["shorter than 100 minutes", "under 100 min"],
  ["nothing longer than two hours", "up to 120 min"],
  ["a film longer than Heat", "over 170 min"],
  ["something shorter than Alien", "up to 116 min"],
  ["a short comedy", "Comedy · up to 107 min"],
  ["something not too long", "up to 136 min"],
  ["a French film", "France"],
  ["films in French", "French"],
  ["can you recommend a Japanese film?", "Japan"],
  ["preferably in Japanese", "Japanese"],
  ["R rated horror", "R · Horror"],
  ["a family friendly adventure", "G · Adventure"],
  ["sci-fi horror", "Sci-Fi and Horror"],
  ["a scifi thriller", "Sci-Fi and Thriller"],
  ["horror, comedy or drama", "Horror or Comedy or Drama"],
  ["comedies, dramas", "Comedy or Drama"],
  ["a romantic comedy", "Romance and Comedy"],
  ["directed by Spielberg", "Steven Spielberg"],
  ["a Hitchcock film from the 50s", "Alfred Hitchcock · 1950–1959"],
  ["starring Tom Hanks", "Tom Hanks"],
  ["with Tom Hanks but not a war film", "Tom Hanks · not War"],
  ["nothing with Tom Hanks", "not Tom Hanks"],
  ["a film by Stanley Kubrick or Ridley Scott", "Stanley Kubrick or Ridley Scott"],
  ["films by Kurosawa and Miyazaki", "Akira Kurosawa or Hayao Miyazaki"],
  ["anything with Clint Eastwood", "Clint Eastwood"],
  ["I want a funny film from the 90s with Tom Hanks", "Comedy · Tom Hanks · 1990–1999"],
  ["show me something with Jodie Foster please", "Jodie Foster"],
  ["I'm in the mood for something dark", "dark"],
  ["I feel like a western", "Western"],
  ["I would like a comedy", "Comedy"],
  ["I'd like something scary", "Horror"],
  ["any good westerns?", "Western"],
  ["no musicals, no westerns, something from the 90s", "1990–1999 · not Musical · not Western"],
  ["no horror, musicals or westerns", "not Horror · not Musical · not Western"],
  ["no horror, french", "France · not Horror"],
  ["without horror and from the 90s", "1990–1999 · not Horror"],
  ["a comedy without romance", "Comedy · not Romance"],
  ["anything but horror", "not Horror"],
  ["thrillers except serial killers", "Thriller · not serial killer"],
  ["thrillers, no serial killers, 90s", "Thriller · 1990–1999 · not serial killer"],
  ["something older than 1970 but not black and white", "before 1970 · not black and white"],
  ["something without aliens", "not alien"],
  ["something with aliens", "alien"],
  ["five films like Alien", "like Alien"],
  ["something similar to Blade Runner and The Matrix", "like Blade Runner and The Matrix"],
  ["something like seven", "like Seven"],
  ["like teh terminater", "like The Terminator"],
  ["films like silense of the lambs", "like The Silence of the Lambs"],
  ["10 thrillers", "10 × Thriller"],
  ["show me 7 dramas", "7 × Drama"],
  ["give me seven comedies", "7 × Comedy"],
  ["a couple of comedies", "2 × Comedy"],
  ["just one western", "1 × Western"],
  ["give me three", "3 × "],
  ["the newest sci-fi film", "Sci-Fi · newest first"],
  ["longest war film", "War · longest first"],
  ["horrer films", "Horror"],
  ["comdies from the 90s", "Comedy · 1990–1999"],
  ["a film by Kurasawa", "Akira Kurosawa"],
  ["make me laugh", "Comedy"],
  ["slow burn", "slow burn"],
  ["a film about a detective hunting a killer", "detective · “hunting a killer”"],
  ["a heist gone wrong", "heist · “gone wrong”"],
  ["what should I watch tonight?", ""],
  ["what films do you have?", ""],
  ["What should we watch?", ""],
  ["I am bored", ""],
  ["Something scary, I think", "Horror"],
  ["something to watch with my kids", "Children"],
  ["a film with a happy ending", "“happy ending”"],
  ["a film by the Coen brothers", "Ethan Coen and Joel Coen"],
];

describe("a fresh request", () => {
  it.each(requests)("%s → %s", (said, understood) => {
    const plan = films.plan(said);
    const { count } = plan.request;
    const [, named, line] = /^(?:(\d+) × )?(.*)$/.exec(understood) ?? [];
    expect(plan.understood).toBe(line);
    if (named !== undefined) expect(count).toBe(Number(named));
    expect(told(plan, films)).toBe("seek");
    expect(plan.steps.map(({ tool }) => tool)).toEqual(["retrieve", "score", "rate", "explain"]);
  });

  it("makes constraints of values, intervals and exclusions with the strengths of the catalogue", () => {
    expect(films.plan("90s sci-fi under two hours, no horror").request.constraints).toEqual([
      {
        facet: "genre",
        test: { op: "any-of", values: ["Sci-Fi"] },
        strength: 0.8,
        said: "sci-fi",
        source: "said",
      },
      {
        facet: "genre",
        test: { op: "none-of", values: ["Horror"] },
        strength: 1,
        said: "horror",
        source: "said",
      },
      {
        facet: "year",
        test: { op: "between", min: 1990, max: 1999 },
        strength: 0.6,
        said: "90s",
        source: "said",
      },
      {
        facet: "runtime",
        test: { op: "between", max: 119 },
        strength: 0.5,
        said: "under two hours",
        source: "said",
      },
    ]);
  });

  it("binds more firmly what somebody insists on", () => {
    expect(films.plan("it must be French").request.constraints[0]?.strength).toBe(0.95);
    expect(films.plan("a French film").request.constraints[0]?.strength).toBe(0.7);
  });

  it("asks for all values of people joined by and, where somebody has them all", () => {
    const both = films.plan("films with both Al Pacino and Robert De Niro").request.constraints;
    expect(both.map(({ facet, test }) => [facet, test.op])).toEqual([["cast", "all-of"]]);
  });

  it("takes a person for the role that the words before ask for", () => {
    expect(films.plan("directed by Clint Eastwood").request.constraints[0]?.facet).toBe("director");
    expect(films.plan("starring Clint Eastwood").request.constraints[0]?.facet).toBe("cast");
  });
});
