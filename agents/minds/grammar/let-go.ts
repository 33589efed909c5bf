import { conditionsOf } from "../../../memory/items/constraint.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import type { Utterance } from "./utterance.ts";

interface Gone {
  readonly facet: string;
  /** The values that are asked for no more; absent: all of the facet. */
  readonly value?: true;
  readonly values: readonly { readonly facet: string; readonly value: string }[];
}

/**
 * "forget about Almodóvar", "forget the 90s", "never mind the comedies": what the request on the table asks for, and need not any more.
 * "Forget what I said about …" names no wish but what memory holds.
 */
export function letGo({ tokens, situation }: Utterance, span: Span): Gone | undefined {
  if (!isKind(span, "values") && !isKind(span, "range")) return undefined;
  const before = [4, 3, 2, 1].map((back) => wordAt(tokens, span.from - back)).join(" ");
  if (!/(?:^| )(?:forget|never ?mind|nevermind)(?: about)?(?: the| that| those| any)? *$/.test(before))
    return undefined;
  const { facet } = span.meaning;
  const asked = situation.request.constraints
    .filter(({ source }) => source === "said")
    .flatMap(conditionsOf)
    .filter((one) => one.facet === facet && one.test.op !== "none-of");
  if (asked.length === 0) return undefined;
  if (isKind(span, "range")) return { facet, values: [] };
  const { values } = span.meaning;
  const both = [
    { facet, values },
    ...(span.meaning.or ?? []).flatMap((one) =>
      "values" in one.test ? [{ facet: one.facet, values: one.test.values }] : [],
    ),
  ];
  return {
    facet,
    value: true,
    values: both.flatMap((one) => one.values.map((value) => ({ facet: one.facet, value }))),
  };
}
