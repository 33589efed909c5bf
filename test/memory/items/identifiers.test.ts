import { describe, expect, it } from "vitest";
import { plainIdentifier } from "../../../memory/items/identifiers.ts";

describe("an identifier in its one spelling", () => {
  it("is the same ISBN whether of ten digits or of thirteen, hyphened or not", () => {
    for (const written of ["0-439-02348-3", "0439023483", "978-0-439-02348-1", "9780439023481"])
      expect(plainIdentifier("isbn", written)).toBe("9780439023481");
    expect(plainIdentifier("isbn", "080442957x")).toBe("9780804429573");
  });

  it("stays as it was written where it is no ISBN of ten digits", () => {
    expect(plainIdentifier("isbn", "0439023484")).toBe("0439023484");
    expect(plainIdentifier("isbn", "B00ABC1234")).toBe("B00ABC1234");
    expect(plainIdentifier("isbn", " - ")).toBeUndefined();
  });

  it("has the letters and the digits that IMDb gives it", () => {
    expect(plainIdentifier("imdb", "113277")).toBe("tt0113277");
    expect(plainIdentifier("imdb", "tt0113277")).toBe("tt0113277");
  });
});
