import { DynamicStructuredTool } from "@langchain/core/tools";
import type { z } from "zod";
import { CiceroneError } from "../memory/errors.ts";

/**
 * One thing the agent can do, usable alone. Input and output are JSON and speak of items by id. `run` parses nothing:
 * whoever calls it has parsed the input with `schema`. `tell` renders an output for a model to read.
 */
export interface AgentTool<Schema extends z.ZodType, Output> {
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
  run(input: z.output<Schema>, signal?: AbortSignal): Promise<Output>;
  tell(output: Output): string;
}

/**
 * The same tool for any LangChain agent: content is what `tell` says, the artifact is the whole output. Of an error a model
 * reads the message alone, so there it ends with the hint.
 */
export function asLangChainTool<Schema extends z.ZodObject, Output>(
  tool: AgentTool<Schema, Output>,
): DynamicStructuredTool {
  return new DynamicStructuredTool({
    name: tool.name,
    description: tool.description,
    schema: tool.schema,
    responseFormat: "content_and_artifact",
    func: async (input: unknown, _manager, config) => {
      const output = await tool.run(tool.schema.parse(input), config?.signal).catch(withHintTold);
      return [tool.tell(output), output];
    },
  });
}

function withHintTold(error: unknown): never {
  if (!(error instanceof CiceroneError) || error.hint === undefined) throw error;
  throw new CiceroneError(error.code, `${error.message} (${error.hint})`, {
    hint: error.hint,
    cause: error.cause ?? error,
  });
}
