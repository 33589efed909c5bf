import { describe, expect, it } from "vitest";
import { asMachineFailure, wordsOfDuck } from "../../../memory/store/duck-failure.ts";

describe("what DuckDB says", () => {
  it("is told without the names that it gives its parts", () => {
    const said = (message: string): string => wordsOfDuck(new Error(message));
    expect(said("Invalid Input Error: No magic bytes found")).toBe("No magic bytes found");
    expect(said("Failed to extract statements: Parser Error: syntax error")).toBe("syntax error");
    expect(said("Not implemented Error: no such thing")).toBe("no such thing");
    expect(said("The error: it is ours")).toBe("The error: it is ours");
  });

  it("is the machine's fault where the disk is full or the memory ends, and else what it was", () => {
    const full = new Error('IO Error: Could not write file "/h/x.parquet": No space left on device');
    expect(asMachineFailure(full)).toMatchObject({
      code: "cannot-write",
      message: "There is no space left on the disk, for /h/x.parquet.",
    });
    const memory = new Error("Out of Memory Error: could not allocate block of size 256.0 KiB");
    expect(asMachineFailure(memory)).toMatchObject({ code: "out-of-memory" });
    const query = new Error("Binder Error: no such column");
    expect(asMachineFailure(query)).toBe(query);
  });
});
