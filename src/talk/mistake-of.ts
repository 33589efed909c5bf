import { CiceroneError } from "../../memory/errors.ts";

/** What a command that failed says: what happened, then what helps. */
export function mistakeOf(error: unknown): { readonly message: string; readonly hint: string | undefined } {
  const message = error instanceof Error ? error.message : String(error);
  return { message, hint: error instanceof CiceroneError ? error.hint : undefined };
}
