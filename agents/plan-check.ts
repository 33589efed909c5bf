import { CiceroneError } from "../memory/errors.ts";
import type { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { conditionsOf, type FacetTest } from "../memory/items/constraint.ts";
import type { FacetKind } from "../memory/items/facet.ts";
import type { Conversation } from "./conversation.ts";
import type { Plan, Step } from "./plan.ts";
import type { Table } from "./table.ts";

/**
 * The plan with the steps that any list needs, whoever made it: enough items for "more", and for a list that changes its
 * predicted ratings and reasons.
 */
export function completed(plan: Plan, table: Table, before: Conversation, catalogue: Catalogue): Plan {
  const has = (tool: Step["tool"]): boolean => plan.steps.some((step) => step.tool === tool);
  const asksForMore = plan.acts.some(({ act }) => act === "more");
  const runsOut = asksForMore && table.shortlist.candidates.length < plan.request.count;
  const fetch: Step[] = runsOut && !has("retrieve") ? [{ tool: "retrieve" }, { tool: "score" }] : [];
  const steps = [...(onlyLoses(plan, table) ? withoutSearch(plan.steps) : plan.steps), ...fetch];
  const changes =
    steps.some(({ tool }) => tool === "retrieve" || tool === "score" || tool === "undo") ||
    (table.shortlist.version !== before.shortlist.version && table.shortlist.shown > 0);
  if (!changes) return { ...plan, steps };
  const cards: Step[] = [];
  const covers = (tool: "rate" | "explain"): boolean =>
    steps.some((step) => step.tool === tool && step.items === undefined);
  if (catalogue.scale !== undefined && !covers("rate")) cards.push({ tool: "rate" });
  if (!covers("explain")) cards.push({ tool: "explain" });
  return { ...plan, steps: [...steps, ...cards] };
}

/** Whether the table only loses what is known or turned down: then the rest of it stays as it is and the next ones move up. */
function onlyLoses({ acts, request }: Plan, { shortlist }: Table): boolean {
  const loses = acts.every(
    (act) => act.act === "feedback" && (act.verdict === "seen" || act.verdict === "rejected"),
  );
  return loses && shortlist.shown > 0 && shortlist.candidates.length >= request.count;
}

function withoutSearch(steps: readonly Step[]): Step[] {
  return steps.filter(({ tool }) => tool !== "retrieve" && tool !== "score");
}

/** Throws `invalid-plan` naming everything in the plan that the toolbox or the catalogue does not have. */
export function requireRunnable(plan: Plan, catalogue: Catalogue): void {
  const problems = planProblems(plan, catalogue);
  if (problems.length === 0) return;
  throw new CiceroneError("invalid-plan", `The plan can't be run: ${problems.join("; ")}.`, {
    hint: "Say it in other words.",
  });
}

/** What look-up calls an item's text. */
const PROSE = "text";

/** What is wrong with a plan, in words a model can repair it by; empty when it can be run. */
export function planProblems(plan: Plan, catalogue: Catalogue): string[] {
  const facets = catalogue.facets.map(({ name }) => name).join(", ");
  const unknownItems = itemsOf(plan)
    .filter((id) => catalogue.indexOf(id) === undefined)
    .map((id) => `no item has the id "${id}"`);
  const unknownFacets = facetsOf(plan)
    .filter((name) => name !== PROSE && catalogue.facet(name) === undefined)
    .map((name) => `there is no facet "${name}" (there are ${facets})`);
  const misfits = plan.request.constraints.flatMap(conditionsOf).flatMap(({ facet, test }) => {
    const kind = catalogue.facet(facet)?.kind;
    return kind === undefined || fits(kind, test)
      ? []
      : [`"${test.op}" can't test the ${kind} facet "${facet}"`];
  });
  return [...new Set([...unknownItems, ...unknownFacets, ...misfits])];
}

function fits(kind: FacetKind, test: FacetTest): boolean {
  const numeric = kind === "number" || kind === "year";
  return numeric === (test.op === "between" || test.op === "outside");
}

function itemsOf(plan: Plan): ItemId[] {
  const { request } = plan;
  const named = [...plan.acts, ...plan.steps].flatMap((part) => ("items" in part ? (part.items ?? []) : []));
  const nearest = plan.acts.flatMap((act) => (act.act === "unknown-title" ? act.nearest : []));
  return [...named, ...nearest, ...request.like, ...request.unlike];
}

function facetsOf(plan: Plan): string[] {
  const { constraints, sort } = plan.request;
  const asked = [...plan.acts, ...plan.steps].flatMap((part) => ("facets" in part ? part.facets : []));
  return [
    ...constraints.flatMap(conditionsOf).map(({ facet }) => facet),
    ...(sort ? [sort.facet] : []),
    ...asked,
  ];
}
