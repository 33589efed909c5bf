import type { Random } from "../../../memory/random.ts";
import { pick, wholeNumber } from "./drawing.ts";
import { lengthInWords, rangeInWords } from "./length-words.ts";
import { constrained, type Part, type PartMaker } from "./part.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WishKind } from "./wish.ts";

/** Half of what people name are round lengths. */
const ROUND = [60, 90, 90, 90, 100, 120, 120, 120, 150, 180];

export const shorter: PartMaker = limited("shorter", (minutes) => ({ max: minutes - 1 }), {
  after: [
    "under ~",
    "shorter than ~",
    "less than ~ long",
    "that {runs|run} under ~",
    "that {lasts|last} less than ~",
  ],
  sentence: [
    "{It|They} should be under ~.",
    "{It has|They have} to be shorter than ~.",
    "{It|They} must take less than ~.",
  ],
});

export const longer: PartMaker = limited("longer", (minutes) => ({ min: minutes + 1 }), {
  after: [
    "over ~",
    "longer than ~",
    "more than ~ long",
    "that {runs|run} over ~",
    "that {lasts|last} more than ~",
  ],
  sentence: [
    "{It|They} should be over ~.",
    "{It has|They have} to be longer than ~.",
    "{It|They} should run for more than ~.",
  ],
});

export const atMost: PartMaker = limited("at-most", (minutes) => ({ max: minutes }), {
  after: [
    "of at most ~",
    "of no more than ~",
    "no longer than ~",
    "of ~ or less",
    "up to ~ long",
    "that {runs|run} ~ at most",
    "that {doesn't|don't} run over ~",
  ],
  aside: ["but nothing over ~", "nothing longer than ~", "~ at the most", "~ max"],
  sentence: [
    "{It|They} should be at most ~.",
    "Nothing over ~, please.",
    "I only have ~, so nothing longer than that.",
    "{It|They} shouldn't be longer than ~.",
  ],
});

export const atLeast: PartMaker = limited("at-least", (minutes) => ({ min: minutes }), {
  after: [
    "of at least ~",
    "at least ~ long",
    "no shorter than ~",
    "of ~ or more",
    "of no less than ~",
    "that {runs|run} at least ~",
  ],
  aside: ["but nothing under ~", "nothing shorter than ~", "~ at the least"],
  sentence: [
    "{It|They} should be at least ~.",
    "Nothing under ~, please.",
    "{It|They} shouldn't be shorter than ~.",
  ],
});

export const aboutLong: PartMaker = ({ hasRuntime }, random) => {
  // Tens only, so that a tenth more and less are whole minutes.
  const minutes = wholeNumber(random, 80, 180, 10);
  if (!hasRuntime) return undefined;
  const test = { op: "between", min: minutes - minutes / 10, max: minutes + minutes / 10 } as const;
  const words = worded(lengthInWords(minutes, random), {
    after: [
      "about ~ long",
      "around ~ long",
      "of about ~",
      "of roughly ~",
      "that {runs|run} about ~",
      "that {takes|take} around ~",
      "lasting approximately ~",
    ],
    sentence: [
      "{It|They} should be about ~ long.",
      "{It|They} should take around ~.",
      "Roughly ~ would be right.",
    ],
  });
  return constrained("about-long", { facet: "runtime", test }, words);
};

export const betweenLengths: PartMaker = ({ hasRuntime }, random) => {
  if (!hasRuntime) return undefined;
  const min = wholeNumber(random, 70, 150, 10);
  const max = min + wholeNumber(random, 10, 60, 10);
  const words = worded(rangeInWords(min, max, random), {
    after: ["~ long", "that {runs|run} ~", "that {lasts|last} ~", "lasting ~", "running ~"],
    sentence: ["{It|They} should be ~ long.", "{It|They} should run ~.", "{It|They} should last ~."],
  });
  return constrained("between-lengths", { facet: "runtime", test: { op: "between", min, max } }, words);
};

/** Parts that set a limit; `~` is the length. */
function limited(
  kind: WishKind,
  range: (minutes: number) => { readonly min?: number; readonly max?: number },
  templates: Part["words"],
): PartMaker {
  return ({ hasRuntime }: Vocabulary, random: Random) => {
    if (!hasRuntime) return undefined;
    const minutes = random() < 0.5 ? pick(random, ROUND) : wholeNumber(random, 75, 180, 5);
    const test = { op: "between", ...range(minutes) } as const;
    const words = worded(lengthInWords(minutes, random), templates);
    return constrained(kind, { facet: "runtime", test }, words);
  };
}

function worded(length: string, templates: Part["words"]): Part["words"] {
  const filled = Object.entries(templates).map(([place, texts]) => [
    place,
    texts.map((text) => text.replaceAll("~", length)),
  ]);
  return Object.fromEntries(filled);
}
