import { describe, expect, it } from "vitest";
import { films } from "./reading.ts";
import { wished } from "./spoken.ts";

const [director, cast] = ["director any-of Clint Eastwood", "cast any-of Clint Eastwood"];

describe("people in the role that the words around their names say", () => {
  it.each([
    ["Clint Eastwood as the director", [director]],
    ["with Clint Eastwood as the director", [director]],
    ["Clint Eastwood directing", [director]],
    ["Clint Eastwood should have directed it", [director]],
    ["the director should be Clint Eastwood", [director]],
    ["the actor should be Clint Eastwood", [cast]],
    ["I want to see Clint Eastwood in it", [cast]],
    ["I want Clint Eastwood to be in them", [cast]],
    ["Clint Eastwood starring", [cast]],
    ["directed by or starring Clint Eastwood", [`${director} or ${cast}`]],
    ["starring or directed by Clint Eastwood", [`${cast} or ${director}`]],
    ["Clint Eastwood either directed or starred in it", [`${director} or ${cast}`]],
  ])("%s", (said, wishes) => expect(wished(films.plan(said).request)).toEqual(wishes));

  it.each(["Clint Eastwood", "Clint Eastwood, please", "Clint Eastwood in Rome"])(
    "stay in all that they had where nothing says it: %s",
    (said) => expect(wished(films.plan(said).request)).toEqual([`${director} or ${cast}`]),
  );

  it("stay in those that they had where they never had it", () => {
    const { request } = films.plan("with Stanley Kubrick as the actor");
    expect(wished(request)).toEqual(["director any-of Stanley Kubrick"]);
  });

  it("keep to a role that is said of somebody else", () => {
    for (const said of [
      "Clint Eastwood, directed by Sergio Leone",
      "Clint Eastwood directed by Sergio Leone",
    ])
      expect(wished(films.plan(said).request)).toEqual([
        "director any-of Sergio Leone",
        `${director} or ${cast}`,
      ]);
  });
});

describe("people one after the other", () => {
  it.each([
    ["Gene Kelly and Stanley Donen", ["director all-of Gene Kelly, Stanley Donen"]],
    ["Gene Kelly and Debbie Reynolds", ["cast all-of Gene Kelly, Debbie Reynolds"]],
    ["Gene Kelly alongside Debbie Reynolds", ["cast all-of Gene Kelly, Debbie Reynolds"]],
    ["Gene Kelly and Clint Eastwood directing", ["director any-of Gene Kelly, Clint Eastwood"]],
    ["Al Pacino or Robert De Niro", ["cast any-of Al Pacino, Robert De Niro"]],
  ])("share a role: %s", (said, wishes) => expect(wished(films.plan(said).request)).toEqual(wishes));

  it("share none where they stand in different sentences", () => {
    const { request } = films.plan("Something with Gene Kelly. Clint Eastwood directing");
    expect(wished(request)).toEqual(expect.arrayContaining(["cast any-of Gene Kelly", director]));
  });
});
