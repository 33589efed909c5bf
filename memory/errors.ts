/**
 * The one base class of every error Cicerone raises on purpose.
 *
 * `message` says what happened, with the offending value; `hint` says what would have been valid or which
 * command comes next; `code` is stable and documented (kebab-case); `cause` keeps the original error.
 */
export class CiceroneError extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "CiceroneError";
    this.code = code;
    this.hint = options.hint;
  }
}
