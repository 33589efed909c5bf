import { describe, expect, it } from "vitest";
import { ExtractionSchema } from "../../agents/extraction.ts";
import type { Extraction, Findings, Mind, Situation } from "../../agents/minds/mind.ts";
import { Plan } from "../../agents/plan.ts";
import { planProblems } from "../../agents/plan-check.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { EMPTY_SHORTLIST } from "../../memory/items/shortlist.ts";
import { EMPTY_REQUEST } from "../../tools/retrieval/request.ts";

export interface MindUnderTest {
  readonly mind: Mind;
  readonly catalogue: Catalogue;
}

/** Things people send, meant or not. */
const TEXTS = [
  "something good",
  "90s sci-fi under two hours, no horror",
  "loved Heat, hated Fargo",
  "why?",
  "compare 1 and 3",
  "forget that",
  "",
  " ",
  "???",
  "🎬🍿",
  "'; DROP TABLE items; --",
  "under minus zero NaN minutes from 99999999999999999999",
  "\u202eright to left",
  "x".repeat(4000),
  "no ".repeat(500),
  "(((((((((([[[[[[{{{{{{",
  "映画を見たい",
  "İstanbul'da geçen bir şey",
  "constructor __proto__ toString",
];

export function situationFor(text: string, overrides: Partial<Situation> = {}): Situation {
  return {
    text,
    thread: "contract",
    turn: 1,
    now: 1_000_000,
    request: EMPTY_REQUEST,
    shortlist: EMPTY_SHORTLIST,
    focus: undefined,
    question: undefined,
    facts: [],
    history: [],
    said: [],
    ...overrides,
  };
}

const NOTHING: Extraction = { facts: [], events: [], forget: undefined };

export function findingsFor(plan: Plan, overrides: Partial<Findings> = {}): Findings {
  return {
    plan,
    items: [],
    relaxed: [],
    considered: 0,
    lookUps: [],
    comparison: undefined,
    opinions: [],
    claims: [],
    question: undefined,
    remembered: NOTHING,
    forgotten: undefined,
    undone: undefined,
    unresolved: undefined,
    ...overrides,
  };
}

/** Three cards of the catalogue, spread over it. */
function someItems({ size, item }: Catalogue): Findings["items"] {
  return [0, Math.floor(size / 2), size - 1].map((index) => {
    const { id, title, facets } = item(index);
    return { id, title, facets, score: 1, reasons: [] };
  });
}

/** What every mind keeps, whatever is said to it. */
export function mindContract(name: string, make: () => MindUnderTest | Promise<MindUnderTest>): void {
  const calm = new AbortController().signal;

  describe(`the mind "${name}"`, () => {
    it.each(TEXTS)("makes a plan of %j that can be run", async (text) => {
      const { mind, catalogue } = await make();
      const plan = await mind.plan(situationFor(text), undefined, calm);
      expect(Plan.parse(plan)).toEqual(plan);
      expect(planProblems(plan, catalogue)).toEqual([]);
    });

    it.each(TEXTS)("keeps of %j only what was said, word for word", async (text) => {
      const { mind, catalogue } = await make();
      const situation = situationFor(text);
      const plan = await mind.plan(situation, undefined, calm);
      const extraction = await mind.extract(situation, plan, calm);
      ExtractionSchema.parse(extraction);
      for (const { provenance } of [...extraction.facts, ...extraction.events]) {
        expect(provenance.said).not.toBe("");
        expect(text).toContain(provenance.said);
        expect(provenance).toMatchObject({ thread: "contract", turn: 1, at: 1_000_000 });
      }
      for (const { item } of extraction.events) expect(catalogue.indexOf(item)).toBeDefined();
    });

    it.each(TEXTS)("answers %j in pieces that join to the reply", async (text) => {
      const { mind, catalogue } = await make();
      const situation = situationFor(text);
      const plan = await mind.plan(situation, undefined, calm);
      for (const items of [[], someItems(catalogue)]) {
        const pieces: string[] = [];
        const reply = await mind.respond(situation, findingsFor(plan, { items }), calm, (piece) =>
          pieces.push(piece),
        );
        expect(pieces.join("")).toBe(reply);
        expect(reply.trim()).not.toBe("");
      }
    });

    it("gives a verdict on any findings", async () => {
      const { mind, catalogue } = await make();
      const situation = situationFor("something good");
      const plan = await mind.plan(situation, undefined, calm);
      const critique = await mind.critique(
        situation,
        findingsFor(plan, { items: someItems(catalogue) }),
        calm,
      );
      expect(["accept", "revise"]).toContain(critique.verdict);
    });

    it("plans again when a critic objected", async () => {
      const { mind, catalogue } = await make();
      const critique = {
        verdict: "revise" as const,
        problems: [{ check: "diversity" as const, message: "all alike", items: [] }],
      };
      const plan = await mind.plan(situationFor("something good"), critique, calm);
      expect(planProblems(plan, catalogue)).toEqual([]);
    });

    it("prints no title of the catalogue that the findings do not name", async () => {
      const { mind, catalogue } = await make();
      const items = someItems(catalogue);
      const shown = new Set(items.map(({ title }) => title));
      const situation = situationFor("something good");
      const plan = await mind.plan(situation, undefined, calm);
      const reply = await mind.respond(situation, findingsFor(plan, { items }), calm, () => {});
      const printed = Array.from({ length: catalogue.size }, (_, index) => catalogue.title(index)).filter(
        (title) => title.includes(" ") && reply.includes(title),
      );
      for (const title of printed) expect(shown).toContain(title);
    });

    it("rejects with the signal's reason once it has aborted", async () => {
      const { mind } = await make();
      const situation = situationFor("something good");
      const plan = await mind.plan(situation, undefined, calm);
      const reason = new Error("enough");
      const aborted = AbortSignal.abort(reason);
      const findings = findingsFor(plan);
      await expect(mind.plan(situation, undefined, aborted)).rejects.toBe(reason);
      await expect(mind.extract(situation, plan, aborted)).rejects.toBe(reason);
      await expect(mind.critique(situation, findings, aborted)).rejects.toBe(reason);
      await expect(mind.respond(situation, findings, aborted, () => {})).rejects.toBe(reason);
    });
  });
}
