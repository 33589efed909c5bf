import type { Contribution, Scorer, Taste } from "./scorer.ts";

/** A turn asks about the same history in retrieval, scoring, rating and explaining; an example or two come between. */
const REMEMBERED = 4;

/** The same scorer, which keeps its last answers: a history that has not changed is not gone through again. */
export function rememberedScorer<Inner extends Scorer>(inner: Inner): Inner {
  const scores = lastAnswers<Float32Array>();
  const shares = lastAnswers<readonly (readonly Contribution[])[]>();
  return {
    ...inner,
    async score(history, signal) {
      signal?.throwIfAborted();
      const found = await scores(history, [], () => inner.score(history, signal));
      // Whoever asked may write into it.
      return found.slice();
    },
    async contributions(history, items, signal) {
      signal?.throwIfAborted();
      return shares(history, items, () => inner.contributions(history, items, signal));
    },
  };
}

interface Answer<Result> {
  readonly history: readonly Taste[];
  readonly items: readonly number[];
  readonly result: Result;
}

type Answering<Result> = (
  history: readonly Taste[],
  items: readonly number[],
  compute: () => Promise<Result>,
) => Promise<Result>;

function lastAnswers<Result>(): Answering<Result> {
  let answers: readonly Answer<Result>[] = [];
  return async (history, items, compute) => {
    const known = answers.find((one) => sameHistory(one.history, history) && sameItems(one.items, items));
    const answer = known ?? { history: [...history], items: [...items], result: await compute() };
    answers = [answer, ...answers.filter((one) => one !== answer)].slice(0, REMEMBERED);
    return answer.result;
  };
}

function sameHistory(one: readonly Taste[], other: readonly Taste[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ item, weight }, at) => item === other[at]?.item && weight === other[at]?.weight)
  );
}

function sameItems(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
