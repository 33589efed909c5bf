import { describe, expect, it } from "vitest";
import { escapeMarkdown, markdownReport } from "../../../../src/evaluation/reporting/markdown.ts";
import { hostileReport, PROTOCOL, REPORT } from "../../../support/evaluation-report.ts";

const COMMAND = "cicerone evaluate ranking --data ml-100k";

describe("a report in Markdown", () => {
  it("has the figures with intervals, differences, protocol and the published block", () => {
    expect(markdownReport([REPORT], { command: COMMAND })).toBe(`Made by \`${COMMAND}\`.

## Ranking on ml-100k

| system | recall@10 | ndcg@10 | fit s |
| --- | ---: | ---: | ---: |
| popular | 0.086 [0.06, 0.11] | 0.043 [0.032, 0.054] | 0.41 |
| linear | 0.214 [0.19, 0.24] | 0.107 [0.096, 0.118] | 0.41 |

**Differences over the same 943 users**

| metric | linear − popular |
| --- | ---: |
| recall@10 | ▲ +0.129 [+0.10, +0.15], p 0.002 |
| ndcg@10 | −0.004 [−0.015, +0.007], p 0.400 |

▲ higher, ▼ lower: beyond chance, p \\< 0.05, each by itself; of twenty tests of nothing, one is so by chance.

**Protocol**

- checksum c0ffee · simulated no · unit users · measured 943 · seed 1 · positive from none · mask seen yes
- intervals: 95 %, percentile bootstrap over users, 1000 resamples
- versions: cicerone 0.1.0, node 24.0.0
- parameters: linear (l2 500), popular (none)

### Published, not run here

> A poster, table 3\\
> *Seen items stay.*

| system | recall@10 |
| --- | ---: |
| SASRec | 0.1166 |
`);
  });

  it("warns where people were simulated", () => {
    const simulated = { ...REPORT, protocol: { ...PROTOCOL, simulated: true } };
    expect(markdownReport([simulated], { command: COMMAND })).toContain("**Measured on simulated people");
  });

  it("keeps every table's columns and lets no markup through, whatever the data say", () => {
    const text = markdownReport([hostileReport()], { command: "cicerone `evaluate`" });
    expect(text).toContain("Made by `` cicerone `evaluate` ``.");
    expect(text).not.toMatch(/(?<!\\)<|[^\P{Cc}\n]|\u202e/u);
    const tables = text
      .trim()
      .split("\n\n")
      .filter((block) => block.startsWith("|"));
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const columns = table.split("\n").map((line) => line.match(/(?<!\\)\|/g)?.length);
      expect(new Set(columns).size).toBe(1);
    }
  });

  it("escapes what means something, and leaves intervals readable", () => {
    expect(escapeMarkdown("a|b_c*`<&[x](y)")).toBe("a\\|b\\_c\\*\\`\\<&amp;[x\\](y)");
    expect(escapeMarkdown("0.2 [0.1, 0.3]")).toBe("0.2 [0.1, 0.3]");
  });
});
