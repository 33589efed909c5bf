const WRITTEN_AS_EXPRESSION = /^\/(.+)\/([a-z]*)$/s;

/** Whether a text matches: `/…/flags` is a regular expression; anything else must be contained, upper and lower case alike. */
export function matches(pattern: string, text: string): boolean {
  const expression = expressionOf(pattern);
  return expression === undefined
    ? text.toLowerCase().includes(pattern.toLowerCase())
    : expression.test(text);
}

/** What is wrong with a pattern; undefined where it can be used. */
export function patternFault(pattern: string): string | undefined {
  try {
    expressionOf(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Undefined where the pattern is plain text. Throws SyntaxError where it cannot be read. */
function expressionOf(pattern: string): RegExp | undefined {
  const [, source, flags = ""] = WRITTEN_AS_EXPRESSION.exec(pattern) ?? [];
  // "g" and "y" would make the second look at a text start where the first one ended.
  return source === undefined ? undefined : new RegExp(source, flags.replace(/[gy]/g, ""));
}
