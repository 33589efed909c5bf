import type { AnswerItem } from "../../agents/answer.ts";
import type { AgentEvent, TurnFinished } from "../../agents/events.ts";
import type { Exchange, Session } from "../../agents/session.ts";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Recommender } from "../../src/recommender.ts";
import { EMPTY_REQUEST } from "../../tools/retrieval/request.ts";
import { filmCatalogue, filmIndex } from "../fixtures/films.ts";
import { plainToolbox } from "./toolbox.ts";
import { userMemory } from "./user-memory.ts";

/** What the scripted agent does with a sentence. */
export interface ScriptedTurn {
  readonly reply?: string;
  readonly understood?: string;
  /** Titles of the film fixture. */
  readonly items?: readonly string[];
  readonly options?: readonly string[];
  readonly failure?: { readonly code: string; readonly message: string; readonly hint?: string };
  /** The turn waits for this (or for being stopped) after its first tool. */
  readonly until?: Promise<void>;
}

export interface ScriptedRecommender extends Recommender {
  /** Sentences said to any session, in order. */
  readonly heard: string[];
  readonly isClosed: () => boolean;
}

/** A recommender whose agent follows a script; everything else of it is the plain kind over the film fixture. */
export function scriptedRecommender(
  script: (text: string) => ScriptedTurn = (text) => ({ reply: `You said: ${text}` }),
  options: {
    readonly catalogue?: Catalogue;
    /** What a user's threads hold from before. */
    readonly said?: readonly Exchange[] | ((user: string) => readonly Exchange[]);
  } = {},
): ScriptedRecommender {
  const catalogue = options.catalogue ?? filmCatalogue();
  const heard: string[] = [];
  let closed = false;
  return {
    catalogue,
    users: userMemory(),
    scorer: {
      name: "none",
      device: "cpu",
      score: async () => new Float32Array(),
      contributions: async () => [],
    },
    toolbox: plainToolbox(catalogue),
    get graph(): never {
      throw new Error("a script has no graph");
    },
    heard,
    isClosed: () => closed,
    tools: () => [],
    close: () => {
      closed = true;
    },
    session: ({ user = "me", thread = "t" } = {}) => {
      let turn = 0;
      const say = (text: string, { signal }: { signal?: AbortSignal } = {}): AsyncIterable<AgentEvent> => {
        heard.push(text);
        turn++;
        return play({ text, turn, user, thread, catalogue }, script(text), signal);
      };
      const said = typeof options.said === "function" ? options.said(user) : (options.said ?? []);
      return { user, thread, say, ask: askBy(say), resume: async () => ({ said }) };
    },
  };
}

function askBy(say: Session["say"]): Session["ask"] {
  return async (text, options) => {
    for await (const event of say(text, options)) {
      if (event.type === "turn-finished") return event;
      if (event.type === "turn-failed") {
        throw new CiceroneError(
          event.code,
          event.message,
          event.hint === undefined ? {} : { hint: event.hint },
        );
      }
    }
    throw new Error("the script ended without an answer");
  };
}

interface Said {
  readonly text: string;
  readonly turn: number;
  readonly user: string;
  readonly thread: string;
  readonly catalogue: Catalogue;
}

async function* play(said: Said, scripted: ScriptedTurn, signal?: AbortSignal): AsyncGenerator<AgentEvent> {
  const { text, turn, user, thread } = said;
  const understood = scripted.understood ?? "";
  yield { type: "turn-started", turn, thread, user, text };
  const plan = {
    acts: [{ act: "seek" as const }],
    request: EMPTY_REQUEST,
    steps: [{ tool: "retrieve" as const }],
    understood,
  };
  yield { type: "plan-made", turn, plan, mind: "grammar", attempt: 1, milliseconds: 1 };
  yield { type: "tool-started", turn, tool: "retrieve", step: 0 };
  await Promise.race([scripted.until ?? Promise.resolve(), whenAborted(signal)]);
  if (signal?.aborted) {
    yield {
      type: "turn-failed",
      turn,
      code: "cancelled",
      message: "The turn was cancelled.",
      milliseconds: 2,
    };
    return;
  }
  yield { type: "tool-finished", turn, tool: "retrieve", step: 0, summary: "34 candidates", milliseconds: 4 };
  if (scripted.failure !== undefined) {
    yield { type: "turn-failed", turn, ...scripted.failure, milliseconds: 5 };
    return;
  }
  const reply = scripted.reply ?? "Here you are.";
  yield { type: "answer-delta", turn, text: reply };
  yield finished(said, scripted, reply);
}

function finished({ turn, catalogue }: Said, scripted: ScriptedTurn, reply: string): TurnFinished {
  return {
    type: "turn-finished",
    turn,
    reply,
    items: (scripted.items ?? []).map((title) => card(catalogue, title)),
    constraints: [],
    relaxed: [],
    understood: scripted.understood ?? "",
    options: [...(scripted.options ?? [])],
    mind: "grammar",
    milliseconds: 7,
  };
}

function card(catalogue: Catalogue, title: string): AnswerItem {
  const item = catalogue.item(filmIndex(title));
  return {
    id: item.id,
    title: item.title,
    facets: item.facets,
    score: 1,
    predictedRating: { value: 4.1, low: 3.2, high: 4.9 },
    reasons: [
      {
        claim: "Because you liked Heat",
        evidence: [{ kind: "counterfactual", without: item.id, title: "Heat", from: 1, to: 37 }],
      },
    ],
  };
}

function whenAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener("abort", () => resolve());
  });
}
