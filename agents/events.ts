import { z } from "zod";
import { Answer } from "./answer.ts";
import { Critique } from "./critique.ts";
import { Plan } from "./plan.ts";

const turn = z.int().min(1);
const milliseconds = z.number().min(0);
const mind = z.enum(["grammar", "model"]);

/** Everything a turn tells the world: one closed union, rendered by the terminal, plain text, JSON and the library alike. */
export const AgentEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("turn-started"),
    turn,
    thread: z.string(),
    user: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    type: z.literal("memory-recalled"),
    turn,
    facts: z.int(),
    events: z.int(),
    shortlist: z.int(),
    milliseconds,
  }),
  z.strictObject({
    type: z.literal("plan-made"),
    turn,
    plan: Plan,
    mind,
    attempt: z.int(),
    /** Why the grammar stood in for the model, when it did. */
    fallback: z.string().optional(),
    milliseconds,
  }),
  z.strictObject({ type: z.literal("tool-started"), turn, tool: z.string(), step: z.int() }),
  z.strictObject({
    type: z.literal("tool-finished"),
    turn,
    tool: z.string(),
    step: z.int(),
    /** One displayable line: "312 candidates, 2 retrievers". */
    summary: z.string(),
    milliseconds,
  }),
  z.strictObject({
    type: z.literal("critique-made"),
    turn,
    critique: Critique,
    attempt: z.int(),
    /** Why the grammar stood in for the model, when it did. */
    fallback: z.string().optional(),
    milliseconds,
  }),
  z.strictObject({ type: z.literal("answer-delta"), turn, text: z.string() }),
  z.strictObject({
    type: z.literal("turn-finished"),
    turn,
    ...Answer.shape,
    mind,
    /** Each step of the turn that the model was asked for and the grammar did, and why: "plan: 503; respond: no answer within 900 ms". */
    fallback: z.string().optional(),
    milliseconds,
  }),
  z.strictObject({
    type: z.literal("turn-failed"),
    turn,
    /** CiceroneError code; "cancelled" when the caller aborted. */
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    milliseconds,
  }),
]);
export type AgentEvent = z.infer<typeof AgentEvent>;
export type TurnFinished = Extract<AgentEvent, { type: "turn-finished" }>;
