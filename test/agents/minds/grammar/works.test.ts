import { describe, expect, it } from "vitest";
import { filmId } from "../../../fixtures/films.ts";
import { blank, films } from "./reading.ts";
import { following, wished } from "./spoken.ts";

describe("what somebody did who was spoken of", () => {
  const alien = { ...blank, focus: filmId("Alien") };

  it.each([
    ["what else did he direct?", ["director any-of Ridley Scott"]],
    ["anything else by that director", ["director any-of Ridley Scott"]],
    ["something else by him", ["director any-of Ridley Scott"]],
    ["what else did the director make?", ["director any-of Ridley Scott"]],
  ])("with an item in focus, %s", (said, wishes) =>
    expect(wished(films.plan(said, alien).request)).toEqual(wishes),
  );

  it.each([
    ["who directed Psycho?", "what else did he direct?", ["director any-of Alfred Hitchcock"]],
    ["films with Jodie Foster", "more with her", ["cast any-of Jodie Foster"]],
    [
      "who directed The Matrix?",
      "what else did they make?",
      ["director any-of Lana Wachowski, Lilly Wachowski"],
    ],
    ["films by Clint Eastwood", "only those he starred in", ["cast any-of Clint Eastwood"]],
    ["films with Clint Eastwood", "one of his", ["director any-of Clint Eastwood"]],
    [
      "films by Clint Eastwood",
      "not those he starred in",
      ["director any-of Clint Eastwood", "cast none-of Clint Eastwood"],
    ],
    ["films with Clint Eastwood", "that he didn't direct himself", ["director none-of Clint Eastwood"]],
  ])("after “%s”, “%s”", (before, said, wishes) =>
    expect(wished(films.plan(said, following(before)).request)).toEqual(expect.arrayContaining(wishes)),
  );

  it("is not what was spoken of itself", () => {
    expect(films.plan("what else did he direct?", alien).request.besides).toEqual([filmId("Alien")]);
  });

  it.each([
    ["what else did he direct?", blank],
    ["films he directed", blank],
    ["films the plumber directed", alien],
    ["anything else by that plumber", blank],
  ])("is nothing where nobody is known by it: %s", (said, situation) =>
    expect(wished(films.plan(said, situation).request)).toEqual([]),
  );
});

describe("what somebody did who is named", () => {
  it.each([
    ["films Clint Eastwood directed", ["director any-of Clint Eastwood"]],
    ["films Clint Eastwood starred in", ["cast any-of Clint Eastwood"]],
    ["what else did Clint Eastwood direct?", ["director any-of Clint Eastwood"]],
    ["what else is Clint Eastwood in?", ["cast any-of Clint Eastwood"]],
    [
      "directed by Clint Eastwood but without him in it",
      ["director any-of Clint Eastwood", "cast none-of Clint Eastwood"],
    ],
    [
      "Clint Eastwood acting but not directing",
      ["cast any-of Clint Eastwood", "director none-of Clint Eastwood"],
    ],
  ])("%s", (said, wishes) => expect(wished(films.plan(said).request)).toEqual(wishes));

  it("is no role that they never had", () => {
    expect(wished(films.plan("films Al Pacino directed").request)).toEqual(["cast any-of Al Pacino"]);
  });

  it("is no role where only a place follows", () => {
    expect(wished(films.plan("Clint Eastwood in Rome").request)).toEqual([
      "director any-of Clint Eastwood or cast any-of Clint Eastwood",
    ]);
  });
});
