import { describe, expect, it } from "vitest";
import { UserId } from "../../../../memory/ids.ts";
import { blank, films, told, toolsOf } from "./reading.ts";
import { following, wished } from "./spoken.ts";

describe("another item than the one that was understood", () => {
  it.each([
    ["who directed Fargo?", "no, I meant Heat", "correct; look-up Heat (director)"],
    ["who directed Fargo?", "sorry, Heat", "correct; look-up Heat (director)"],
    ["who directed Fargo?", "Blade Runner instead", "correct; look-up Blade Runner (director)"],
    ["would I like Fargo?", "I meant Heat", "correct; would-like Heat"],
    ["I loved Fargo", "no, I meant Heat", "correct; liked Heat; seek"],
  ])("%s — %s", (before, said, acts) => expect(told(films.plan(said, following(before)), films)).toBe(acts));

  it("stands in the place of the example that a list was asked for", () => {
    const plan = films.plan("no, I meant Heat", following("a crime film like Fargo"));
    expect(plan.understood).toBe("Crime · like Heat");
    expect(toolsOf(plan)).toBe("undo retrieve score rate explain");
  });

  it("keeps what is always ruled out, once", () => {
    const [fact] = films.extract("I hate horror").facts;
    if (fact === undefined) throw new Error("nothing was extracted");
    const known = { ...blank, facts: [{ ...fact, id: 1, user: UserId.parse("ada"), dataset: "films" }] };
    const { request } = films.plan("no, I meant Heat", following("something like Fargo", known));
    expect(wished(request)).toEqual(["genre none-of Horror"]);
  });

  it.each(["Heat", "no, Fargo", "no, I meant Heat and Alien"])("is not told by “%s”", (said) =>
    expect(told(films.plan(said, following("who directed Fargo?")), films)).not.toContain("correct"),
  );

  it("needs something to put right", () => {
    expect(told(films.plan("no, I meant Heat"), films)).not.toContain("correct");
  });
});

describe("another role than the one that was understood", () => {
  it.each(["I mean the actor", "no, as an actor"])("“%s” asks for it", (said) => {
    const plan = films.plan(said, following("films by Clint Eastwood"));
    expect(told(plan, films)).toBe("correct; refine");
    expect(wished(plan.request)).toEqual(["cast any-of Clint Eastwood"]);
  });

  it.each([
    ["the actor", "films by Clint Eastwood", ["director any-of Clint Eastwood"]],
    ["I mean the actor", "films by Stanley Kubrick", ["director any-of Stanley Kubrick"]],
    ["I mean the actor", "a comedy", ["genre any-of Comedy"]],
  ])("“%s” changes nothing after “%s”", (said, before, wishes) => {
    const plan = films.plan(said, following(before));
    expect(told(plan, films)).not.toContain("correct");
    expect(wished(plan.request)).toEqual(wishes);
  });
});

describe("another rating than the one that was understood", () => {
  it.each([
    ["2 stars for Heat", "make that 3", "rated Heat 3"],
    ["2 stars for Heat", "actually 3 stars", "rated Heat 3"],
    ["2 stars for Heat", "change that to 3", "rated Heat 3"],
    ["2 stars for Heat", "sorry, three", "rated Heat 3"],
    ["Heat 7/10", "make that 5", "rated Heat 2.5"],
    ["12 stars for Heat", "3 then", "rated Heat 3"],
    ["12 stars for Heat", "2", "rated Heat 2"],
  ])("%s — %s → %s", (before, said, acts) => {
    const plan = films.plan(said, following(before));
    expect(told(plan, films)).toBe(`correct; ${acts}`);
    expect(toolsOf(plan)).toBe("undo");
  });

  it.each([
    ["2 stars for Heat", "3"],
    ["2 stars for Heat", "make it 3 or 4"],
    ["I loved Heat", "actually 3 stars"],
    ["5 comedies", "make that 3"],
  ])("%s — %s is none", (before, said) =>
    expect(told(films.plan(said, following(before)), films)).not.toContain("correct"),
  );
});

describe("a title that there is, for one that there is not", () => {
  const asked = following("who directed Blade Racer?");

  it.each(["yes", "yes please", "the first", "Blade Runner", "I meant Blade Runner"])(
    "“%s” says the sentence once more with it",
    (said) => {
      expect(told(films.plan(said, asked), films)).toBe("correct; look-up Blade Runner (director)");
    },
  );

  it.each(["no", "the second", "yes, a comedy", "no, Heat"])("“%s” takes none", (said) =>
    expect(told(films.plan(said, asked), films)).not.toContain("Blade Runner"),
  );

  it("is not taken where none was offered", () => {
    expect(told(films.plan("yes", following("who directed Heat?")), films)).not.toContain("look-up");
  });
});

describe("what is passed on from", () => {
  it("stays as it was where somebody only goes on to something else", () => {
    const plan = films.plan("never mind. Who directed Fargo?", following("a comedy"));
    expect(told(plan, films)).toBe("look-up Fargo (director)");
    expect(toolsOf(plan)).toBe("look-up");
    expect(wished(plan.request)).toEqual(["genre any-of Comedy"]);
  });

  it.each(["scratch that, a western", "oh wait, undo that: a western"])("“%s” is said anew", (said) => {
    const plan = films.plan(said, following("a comedy from the 90s"));
    expect(told(plan, films)).toBe("correct; seek");
    expect(wished(plan.request)).toEqual(["genre any-of Western"]);
    expect(toolsOf(plan)).toBe("undo retrieve score rate explain");
  });

  it("is only taken back where nothing follows", () => {
    expect(told(films.plan("never mind", following("a comedy")), films)).toBe("undo");
  });
});
