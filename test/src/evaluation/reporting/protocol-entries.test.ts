import { describe, expect, it } from "vitest";
import {
  protocolEntries,
  protocolText,
  reportTitle,
} from "../../../../src/evaluation/reporting/protocol-entries.ts";
import { HOSTILE, PROTOCOL } from "../../../support/evaluation-report.ts";

describe("a protocol in words", () => {
  it("says every entry once, the task and dataset in the title", () => {
    const { long, short } = protocolEntries(PROTOCOL);
    expect(reportTitle(PROTOCOL)).toBe("Ranking on ml-100k");
    expect(long.length + short.length).toBe(Object.keys(PROTOCOL).length - 2);
    expect(short).toContainEqual({ name: "mask seen", text: "yes", parts: ["yes"] });
    expect(short).toContainEqual({ name: "positive from", text: "none", parts: ["none"] });
    expect(long).toContainEqual({
      name: "parameters",
      text: "linear (l2 500), popular (none)",
      parts: ["linear (l2 500), popular (none)"],
    });
  });

  it("keeps parts apart that hold commas themselves", () => {
    expect(protocolText({ a: "x, y", b: [1, 2] })).toBe("a: x, y; b (1, 2)");
    expect(protocolText([])).toBe("none");
  });

  it("lets no control character through", () => {
    const { long } = protocolEntries({ ...PROTOCOL, [HOSTILE]: HOSTILE });
    expect(JSON.stringify(long)).not.toMatch(/\\u001b|\\u0007|\u202e/);
  });
});
