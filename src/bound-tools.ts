import type { DynamicStructuredTool } from "@langchain/core/tools";
import type { z } from "zod";
import { withVerdicts } from "../agents/bind-tools.ts";
import { withStanding } from "../agents/standing.ts";
import type { Person } from "../agents/toolbox.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { metItems } from "../memory/users/history.ts";
import { givenRatings } from "../tools/rating/given.ts";
import { Request } from "../tools/retrieval/request.ts";
import { preferencesOf } from "../tools/scoring/preferences.ts";
import { tasteOf } from "../tools/scoring/taste.ts";
import { type AgentTool, asLangChainTool } from "../tools/tool.ts";
import type { AgentTools } from "./agent-tools.ts";

/** What memory holds of the user at the moment of a call. */
export type Remembered = () => Person;

/**
 * The six tools for any LangChain agent. What a call leaves out about the user (taste, ratings, wishes, what was seen) is filled in,
 * and what the user ruled out for good holds in every request.
 */
export function boundTools(
  tools: AgentTools,
  catalogue: Catalogue,
  remembered: Remembered | undefined,
): DynamicStructuredTool[] {
  const bind = <Schema extends z.ZodObject, Output>(tool: AgentTool<Schema, Output>): DynamicStructuredTool =>
    asLangChainTool(remembered === undefined ? tool : filled(tool, catalogue, remembered));
  return [
    bind(tools.retrieve),
    bind(tools.score),
    bind(tools.rate),
    bind(tools.explain),
    bind(tools.lookUp),
    bind(tools.compare),
  ];
}

/** Tools that speak about the taste they are given, and so take each weight with its verdict. */
const EXPLAINED = new Set(["rate", "explain", "compare"]);

/** Fills only fields that the tool's schema declares and the call left empty. */
function filled<Schema extends z.ZodObject, Output>(
  tool: AgentTool<Schema, Output>,
  catalogue: Catalogue,
  remembered: Remembered,
): AgentTool<Schema, Output> {
  return {
    ...tool,
    run: (input, signal) => {
      const given: Readonly<Record<string, unknown>> = input;
      const { history, facts } = remembered();
      const taste = tasteOf(history, catalogue.scale);
      const memory: Readonly<Record<string, unknown>> = {
        ratings: catalogue.scale === undefined ? [] : givenRatings(history, catalogue.scale),
        taste: EXPLAINED.has(tool.name) ? withVerdicts(taste, history) : taste,
        exclude: metItems(history),
        ...(tool.name === "score" && { preferences: preferencesOf(facts) }),
      };
      const missing = Object.entries(memory).filter(
        ([name]) => name in tool.schema.shape && Array.isArray(given[name]) && given[name].length === 0,
      );
      const request = Request.safeParse(given.request);
      const standing = request.success ? { request: withStanding(request.data, facts) } : {};
      const filledIn = { ...given, ...Object.fromEntries(missing), ...standing };
      return tool.run(tool.schema.parse(filledIn) as z.output<Schema>, signal);
    },
  };
}
