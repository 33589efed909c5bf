import { describe, expect, it } from "vitest";
import { mixesLineEnds } from "../../../../memory/datasets/importing/header-line.ts";

describe("the ends of lines", () => {
  it("are mixed where they differ outside quotes", () => {
    expect(mixesLineEnds("a,b\r\n1,x\n2,y\r\n", '"')).toBe(true);
    expect(mixesLineEnds("a,b\n1,x\r\n", "")).toBe(true);
  });

  it("are not mixed by what stands in a quoted cell, nor by a head that was cut between two characters", () => {
    expect(mixesLineEnds('a,b\r\n1,"x\ny ""z""\n"\r\n', '"')).toBe(false);
    expect(mixesLineEnds("a,b\r\n1,x\r", '"')).toBe(false);
    expect(mixesLineEnds("a,b\n1,x\n", '"')).toBe(false);
  });
});
