import { describe, expect, it } from "vitest";
import { UserId } from "../../../../memory/ids.ts";
import type { Fact, FactSubject } from "../../../../memory/users/profile.ts";
import { blank, films, told } from "./reading.ts";
import { following, wished } from "./spoken.ts";

const before = following("a thriller from the 90s under two hours");

describe("a bound that need not hold", () => {
  it.each([
    ["it may be longer", "Thriller · 1990–1999"],
    ["it can be longer", "Thriller · 1990–1999"],
    ["it might also be a bit longer", "Thriller · 1990–1999"],
    ["I don't mind if it's longer", "Thriller · 1990–1999"],
    ["I don't care if it is a bit longer", "Thriller · 1990–1999"],
    ["they can be older", "Thriller · under 120 min"],
    ["it's ok if it's older", "Thriller · under 120 min"],
  ])("is let go by “%s”, and no more of it is asked for", (said, understood) =>
    expect(films.plan(said, before).understood).toBe(understood),
  );

  it.each(["longer", "something longer", "it should be longer"])("is moved by “%s”", (said) =>
    expect(wished(films.plan(said, before).request)).toContain("runtime between 136–"),
  );
});

describe("a standing bound that something may go beyond", () => {
  const holding = (subject: FactSubject, polarity: Fact["polarity"] = "dislike") => ({
    ...blank,
    facts: [
      {
        id: 1,
        user: UserId.parse("ada"),
        dataset: "films",
        subject,
        polarity,
        strength: 1,
        scope: "always" as const,
        provenance: { thread: "t0", turn: 1, said: "never longer than two hours", at: 1 },
      },
    ],
  });
  const neverLonger: FactSubject = { about: "range", facet: "runtime", min: 121 };

  it("is withdrawn for tonight", () => {
    const plan = films.plan("it may be longer", holding(neverLonger));
    expect(told(plan, films)).toBe("neutral runtime 121– tonight");
  });

  it.each([
    ["on its other side", holding({ about: "range", facet: "runtime", max: 60 })],
    ["of another facet", holding({ about: "range", facet: "year", min: 1990 })],
    ["that is a liking", holding(neverLonger, "like")],
  ])("is none %s", (_, situation) =>
    expect(told(films.plan("it may be longer", situation), films)).not.toContain("neutral"),
  );

  it("holds where longer ones are asked for", () => {
    expect(told(films.plan("longer", holding(neverLonger)), films)).not.toContain("neutral");
  });
});
