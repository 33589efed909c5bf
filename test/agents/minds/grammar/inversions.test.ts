import { describe, expect, it } from "vitest";
import { CUE_TABLE } from "../../../../agents/minds/grammar/words/cues.ts";
import type { Plan } from "../../../../agents/plan.ts";
import type { ItemId } from "../../../../memory/ids.ts";
import { filmId } from "../../../fixtures/films.ts";
import { films, onTable } from "./reading.ts";

/** What a plan makes of something: the worst a parser can do is to turn one into another. */
type Side = "wanted" | "ruled out" | "neither" | "both";

/** Something people speak of, and how a plan tells what was made of it. */
interface Subject {
  readonly phrase: string;
  side(plan: Plan): Side;
}

function sideOf(wanted: boolean, out: boolean): Side {
  if (wanted) return out ? "both" : "wanted";
  return out ? "ruled out" : "neither";
}

function value(phrase: string, name: string): Subject {
  return {
    phrase,
    side: ({ request, acts }) => {
      const tests = request.constraints.map(({ test }) => test);
      const carries = (op: string): boolean =>
        tests.some((test) => test.op === op && "values" in test && test.values.includes(name));
      const told = (polarity: string): boolean =>
        acts.some(
          (act) =>
            act.act === "prefer" &&
            act.polarity === polarity &&
            act.subject.about === "value" &&
            act.subject.value === name,
        );
      return sideOf(
        carries("any-of") || carries("all-of") || told("like"),
        carries("none-of") || told("dislike"),
      );
    },
  };
}

function title(phrase: string): Subject {
  const id = filmId(phrase);
  const has = (items: readonly ItemId[]): boolean => items.includes(id);
  return {
    phrase,
    side: ({ request, acts }) => {
      const judged = (...verdicts: string[]): boolean =>
        acts.some((act) => act.act === "feedback" && verdicts.includes(act.verdict) && has(act.items));
      return sideOf(
        has(request.like) || judged("liked"),
        has(request.unlike) || judged("rejected", "disliked"),
      );
    },
  };
}

/** Years: a film of 1985 is meant, one of 1975 is not. */
function eighties(phrase: string): Subject {
  return {
    phrase,
    side: ({ request, acts }) => {
      const passes = (year: number): boolean =>
        request.constraints.every(({ facet, test }) => {
          if (facet !== "year") return true;
          if (test.op === "outside") return year < test.min || year > test.max;
          return test.op !== "between" || (year >= (test.min ?? 0) && year <= (test.max ?? 9999));
        });
      const told = (polarity: string): boolean =>
        acts.some(
          (act) => act.act === "prefer" && act.subject.about === "range" && act.polarity === polarity,
        );
      return sideOf(
        (passes(1985) && !passes(1975)) || told("like"),
        (!passes(1985) && passes(1975)) || told("dislike"),
      );
    },
  };
}

const VALUES = [value("horror", "Horror"), value("westerns", "Western"), value("tom hanks", "Tom Hanks")];
const TITLES = [title("Fargo"), title("Psycho")];

const BEFORE = ["hey ", "a film from the 90s, "];
const AFTER = ["", ", please", " at all tonight"];

function phrases(...stances: readonly string[]): string[] {
  return CUE_TABLE.filter(([, stance]) => stances.includes(stance)).flatMap(([text]) => text.split("|"));
}

function check(text: string, subject: Subject, forbidden: readonly Side[]): string | undefined {
  const found = [films.plan(text), films.plan(text, onTable)].map((plan) => subject.side(plan));
  const wrong = found.find((side) => forbidden.includes(side));
  return wrong === undefined ? undefined : `${text} → ${wrong}`;
}

function failures(
  frames: readonly string[],
  subjects: readonly Subject[],
  forbidden: readonly Side[],
): string[] {
  return frames.flatMap((frame) =>
    subjects.flatMap((subject) => check(frame.replaceAll("X", subject.phrase), subject, forbidden) ?? []),
  );
}

describe("every cue", () => {
  const around = (cues: readonly string[], before: readonly string[], after: readonly string[]): string[] =>
    cues.flatMap((cue) => before.flatMap((lead) => after.map((tail) => `${lead}${cue} X${tail}`)));

  it("that rules out never makes a value wanted, wherever it stands", () => {
    expect(
      failures(around(phrases("exclude", "hate", "reject"), ["", "hey "], AFTER), VALUES.slice(0, 1), [
        "wanted",
        "both",
      ]),
    ).toEqual([]);
    expect(
      failures(around(phrases("exclude", "hate", "reject"), BEFORE, [""]), VALUES.slice(1), [
        "wanted",
        "both",
      ]),
    ).toEqual([]);
  });

  it("that asks or praises never rules a value out, wherever it stands", () => {
    const asking = phrases("want", "love").filter((cue) => !/\bmore$|^no /.test(cue));
    expect(failures(around(asking, [""], AFTER), VALUES.slice(0, 1), ["ruled out", "both"])).toEqual([]);
    expect(failures(around(asking, BEFORE, [""]), VALUES.slice(1), ["ruled out", "both"])).toEqual([]);
  });

  it("that leaves open neither asks nor rules out", () => {
    const open = phrases("open", "tolerate");
    expect(failures(around(open, BEFORE, ["", " please"]), VALUES, ["wanted", "ruled out", "both"])).toEqual(
      [],
    );
  });

  it("on a title: hating is never liking, and liking never hating", () => {
    expect(failures(around(phrases("hate", "reject"), [""], AFTER), TITLES, ["wanted", "both"])).toEqual([]);
    expect(failures(around(phrases("love", "example"), [""], AFTER), TITLES, ["ruled out", "both"])).toEqual(
      [],
    );
    expect(failures(around(phrases("counterexample"), [""], AFTER), TITLES, ["wanted", "both"])).toEqual([]);
  });
});

/** X is ruled out in each, alone and with a list on the table. */
const AGAINST = `no X|no X please|please no X|no X at all please|not X|not X please|without X|without any X|nothing with X|anything but X
everything but X|everything except X|anything except X|anything other than X|just not X|whatever, just not X|just no X|only no X please|X? no thanks
X? never|X, no|X? nah|X is out|no more X|no X ever|never show me X|never ever show me X|don't ever show me X|I don't want X
I don't want any X|i really don't want X|i dont want to watch X|i never want to see X again|I do not really want to see X tonight
i don't feel like X|i wouldn't watch X|not in the mood for X|not really in the mood for X|not interested in X|no longer interested in X
i'm not interested in any X|i'm not up for X|not looking for X|i hate X|i really hate X|i hated X|i can't stand X|i just can't stand X|can't do X
i don't like X|i don't really like X|i don't like X any more|i never liked X|i never really liked X|i didn't care for X|i don't enjoy X|i'm not into X
i'm not really into X|i'm not a fan of X|i'm not a big fan of X|not much of a fan of X|i'm no fan of X|i'm not fond of X|i'm not that keen on X
i am sick of X|i'm so tired of X|i'm done with X|enough with the X|i've had it with X|had enough of X|spare me the X|spare me X|keep X away from me
leave X out|leave out X|stay away from X|steer clear of X|avoid X|avoid any X|please avoid X|i want to avoid X|except X|minus X|hold the X|no to X
go easy on the X|less X|not so much X|not too much X|too much X|hardly any X|non X|as long as it's not X|as long as it isn't X|unless it's X
X is not my thing|X is not really my thing|X isn't for me|X is not for me|X scares me|X puts me off|X bores me|X does nothing for me|X is awful|X sucks
X is boring|X isn't great|X is not that great|X is too much for me|i'm scared of X|i can't say i like X|i wouldn't say i like X|not that i like X
i don't think i want X|did i tell you i hate X?|a comedy rather than X|a comedy instead of X|instead of X a comedy|i'd rather have a comedy than X
a comedy, no X|a comedy but no X|a comedy with no X|a comedy that isn't X|a comedy without X, from the 90s|stop showing me X|please stop recommending X
i could do without X|i've gone off X|i lost interest in X|i'm over X|no comedy, no X|no comedy or X|neither comedy nor X|don't show X|no comedies, dramas or X
enough X|i've seen enough X|i need a break from X|you keep showing me X|why do you keep showing me X|stop with the X|X? absolutely not
X? hell no|X? maybe another time|X isn't what i want|X is the one thing i can't stand|X aside, what do you have|besides X what do you have
any genre but X|my wife likes X but i don't|comedy -X|i couldn't watch another X|i wouldn't call myself a X fan|not a X person, me|hates: X|comedy w/o X
too much X|under no circumstances X|by no means X|i can't take another X|a change from X|i already said no X|maybe not X`;

/** X is wanted or liked in each. */
const FOR = `X|X please|some X|any X|some X please|give me X|show me X|i want X|i'd like X|i would love X|can i have X|how about X|nothing but X|nothing except X
nothing other than X|only X|X only|strictly X|just X|i wouldn't mind X|i wouldn't mind some X|wouldn't mind X tonight|i wouldn't say no to X|X wouldn't hurt
i can't get enough of X|can't get enough X|i love X|i really love X|i absolutely love X|i'm really into X|i'm a fan of X|i'm a big fan of X|big fan of X
always in for X|as long as it's X|yes to X|no comedies, just X|no. X please|no, X|no comedy, X|no comedy but X|not a comedy, X|not a comedy but X
X rather than a comedy|X instead of comedies|instead of a comedy, X|rather X than a comedy|i'd rather have X|i prefer X|i prefer X to comedies
X over comedies|i could do with X|i could go for X|up for X|in the mood for X|i'm in the mood for X tonight|i feel like X|X is great|X is my favourite
X is my thing|X is my jam|X never gets old|you can't beat X|can't go wrong with X|i never tire of X|do you not have X?|don't you have X?|got any X?
have you got any X?|is there no X?|isn't there any X?|i'm dying for X|less comedy more X|more X, less comedy|i don't want a comedy, i want X
i hate comedies but i love X|i hate comedies, give me X|without comedy and with X|anything but comedies, maybe X|no i meant X|no brainer X|X? yes please|loves: X|X is what i want|all i want is X
the only thing i want is X|i miss good X|i haven't seen a good X in years|ideally X|X if possible`;

/** X is neither in each: asked for it is not, and ruled out even less. */
const NEITHER = `not necessarily X|not just X|not only X|not exclusively X|it doesn't have to be X|it does not need to be X|i'm not saying no X
i don't hate X|i dont dislike X|i don't mind X|i don't really mind X|i no longer hate X|not that i hate X|i'm not against X|i have nothing against X
i don't have anything against X|i'm not scared of X|i used to love X|i used to like X but not any more|i used to hate X|X is fine|X is ok|X is ok with me
X doesn't bother me|fine with X|ok with X|don't rule out X|don't exclude X|i don't want to rule out X|comedies over X|i prefer comedies to X
i don't think X is boring`;

describe("whole sentences", () => {
  const frames = (text: string): string[] => text.split(/[|\n]/).map((frame) => frame.trim());

  it("that rule out", () => {
    expect(failures(frames(AGAINST), VALUES, ["wanted", "both", "neither"])).toEqual([]);
  });

  it("that ask or praise", () => {
    expect(failures(frames(FOR), VALUES, ["ruled out", "both", "neither"])).toEqual([]);
  });

  it("on years", () => {
    const against = frames(
      "nothing from X|not from X|anything but X|no films from X|without films from X|I don't want anything from X|please nothing from X|anything except X|not X|i hate films from X|i don't like films from X|i'm sick of films from X",
    );
    const asking = frames(
      "from X|films from X|only from X|nothing but X|X please|i love films from X|anything from X|how about X|just X|give me X",
    );
    expect(failures(against, [eighties("the 80s")], ["wanted", "both", "neither"])).toEqual([]);
    expect(failures(asking, [eighties("the 80s")], ["ruled out", "both", "neither"])).toEqual([]);
  });

  it("that do neither", () => {
    expect(failures(frames(NEITHER), VALUES, ["ruled out", "wanted", "both"])).toEqual([]);
  });
});
