import { describe, expect, it } from "vitest";
import { films, onTable, told } from "./reading.ts";

/** As people type: lower case, short cuts, no punctuation, several things at once. Nothing is on the table yet. */
const fresh: readonly (readonly [said: string, acts: string, understood: string])[] = [
  [
    "hey! seen heat already, loved it. got anything similar but shorter & not so violent?",
    "greet; liked Heat; seek",
    "up to 107 min · like Heat",
  ],
  ["my kids are 6 and 8, what can we watch together tonight", "seek", "Children"],
  ["something for my 6 year old", "seek", "Children"],
  ["smth w/ tom hanks from the 90s pls", "seek", "Tom Hanks · 1990–1999"],
  ["something rated r", "seek", "R"],
  ["any r films", "seek", "R"],
  ["r u any good with comedies", "seek", "Comedy"],
  ["not in the mood for subtitles", "seek", "English"],
  ["foreign films", "seek", "not English"],
  ["i used to hate horror but now i love it", "neutral Horror; like Horror; seek", "Horror"],
  ["musicals - can't stand them", "dislike Musical", ""],
  ["romcoms w/o horror", "seek", "Romance and Comedy · not Horror"],
  ["no longer interested in westerns", "dislike Western", ""],
  ["a romantic comedy but not too romantic", "seek", "Comedy · not Romance"],
  ["no movies over 2 hours", "seek", "up to 120 min"],
  ["as long as it's not horror", "seek", "not Horror"],
  ["any genre but horror", "seek", "not Horror"],
  ["+comedy -horror", "seek", "Comedy · not Horror"],
  ["nothing except comedies", "seek", "Comedy"],
  ["rather a comedy than a drama", "seek", "Comedy · not Drama"],
  ["i prefer comedies to dramas", "like Comedy; seek", "Comedy"],
  ["spare me the comedies", "seek", "not Comedy"],
  ["give us a comedy", "seek", "Comedy"],
  ["8 out of 10 for fargo", "rated Fargo 4; seek", "like Fargo"],
  ["psycho: 5/5", "rated Psycho 5; seek", "like Psycho"],
  ["tell me about fargo", "look-up Fargo ()", ""],
  ["heat or fargo?", "compare Heat, Fargo", ""],
  ["never seen fargo", "look-up Fargo ()", ""],
  ["what do you think of heat", "would-like Heat", ""],
  ["i loved the godfather", "liked The Godfather; seek", "like The Godfather"],
  ["no i meant comedies", "seek", "Comedy"],
  ["something nobody has heard of", "seek", "little known"],
  ["top rated 90s films", "seek", "1990–1999 · best rated first"],
  ["from '94", "seek", "1994"],
  ["where can i watch heat", "out-of-scope", ""],
  ["how about a mystery that is shorter than 95 min", "seek", "Mystery · under 95 min"],
  ["a change from horror", "seek", "not Horror"],
  ["no brainer comedy", "seek", "Comedy"],
  ["what's psycho about", "look-up Psycho ()", ""],
  ["anything with deniro", "seek", "Robert De Niro"],
  ["if i liked inception what else", "unknown-title inception", ""],
  ["something my mum would like", "seek", ""],
  ["my wife likes horror but i don't", "dislike Horror tonight", ""],
];

/** On the table: 1 Heat, 2 Fargo, 3 Goodfellas, 4 Seven, 5 Psycho, asked for as Crime; "×" where a count was named. */
const listed: readonly (readonly [said: string, acts: string, understood: string])[] = [
  ["nah", "more instead", "Crime"],
  ["ok the first one then", "accept Heat", ""],
  ["i'll watch the third", "accept Goodfellas", ""],
  ["what was that second one again?", "look-up Fargo ()", ""],
  ["make that 3", "refine", "Crime ×3"],
  ["3 instead of 5", "refine", "Crime ×3"],
  ["show me 10", "refine", "Crime ×10"],
  ["how about the 80s", "refine", "Crime · 1980–1989"],
  ["any from the 70s?", "refine", "Crime · 1970–1979"],
  ["same but shorter", "refine", "Crime · up to 126 min"],
  ["too violent", "out-of-scope", ""],
  ["too mainstream", "refine", "Crime · little known"],
  ["not just crime", "refine", ""],
  ["doesn't have to be crime", "refine", ""],
  ["the third one looks great, is it long?", "look-up Goodfellas (runtime)", ""],
  ["rate the second 4", "rated Fargo 4", "Crime"],
  ["5 stars for the first and 2 for the last", "rated Heat 5; rated Psycho 2", "Crime"],
  ["1: 5/5, 2: 3/5", "rated Heat 5; rated Fargo 3", "Crime"],
  ["fargo 5 stars, heat 3", "rated Fargo 5; rated Heat 3", "Crime"],
  ["i've watched 1 and 3 and hated 2", "seen Heat, Goodfellas; disliked Fargo", "Crime"],
  ["seen most of these", "more instead", "Crime"],
  ["are any of these short?", "which Heat, Fargo, Goodfellas, Seven, Psycho", ""],
  ["which one would i like most", "choose Heat, Fargo, Goodfellas, Seven, Psycho", ""],
  ["why do you keep showing me crime", "refine", "not Crime"],
  ["wait go back", "undo", ""],
  ["that's not what i meant", "undo", ""],
  ["no that's wrong", "undo", ""],
  ["anything but 2", "rejected Fargo", "Crime"],
  ["no crime, comedies", "refine", "Comedy · not Crime"],
  ["enough crime", "refine", "not Crime"],
  ["comedies instead", "refine", "Comedy"],
  ["al pacino again", "refine", "Crime · Al Pacino"],
  ["i gave fargo a 5", "rated Fargo 5", "Crime"],
];

describe("what people type", () => {
  it.each(fresh)("at first: %s → %s: %s", (said, acts, understood) => {
    const plan = films.plan(said);
    expect(told(plan, films)).toBe(acts);
    expect(plan.understood).toBe(understood);
  });

  it.each(listed)("about a list: %s → %s: %s", (said, acts, understood) => {
    const plan = films.plan(said, onTable);
    const { count } = plan.request;
    expect(told(plan, films)).toBe(acts);
    expect(plan.understood + (count === 5 ? "" : ` ×${count}`)).toBe(understood);
  });

  it("counts years back from the day of the talk", () => {
    const now = Date.UTC(2020, 5, 1);
    const years = (text: string): unknown =>
      films.plan(text, { ...onTable, now }).request.constraints.find(({ facet }) => facet === "year")?.test;
    expect(years("something from last year")).toEqual({ op: "between", min: 2019, max: 2019 });
    expect(years("from the last 5 years")).toEqual({ op: "between", min: 2015 });
    expect(years("the past decade")).toEqual({ op: "between", min: 2010 });
    expect(years("from this year")).toEqual({ op: "between", min: 2020 });
  });

  it("neither wants nor rules out more than the values that need not be", () => {
    const request = films.plan("crime from the 90s").request;
    expect(films.plan("it doesn't have to be crime", { ...onTable, request }).understood).toBe("1990–1999");
  });
});
