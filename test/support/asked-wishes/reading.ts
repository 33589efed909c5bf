import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { plainConditions } from "../../../src/dialogues/conditions.ts";
import { EMPTY_REQUEST, type Request } from "../../../tools/retrieval/request.ts";
import type { WishedConstraint, WishKind, WordedWish } from "../wishes/wish.ts";
import type { Heard } from "./hearing.ts";

/** How a wish was understood. What is asked for is written in statements: equal texts ask for the same. */
export interface Reading {
  readonly wish: WordedWish;
  readonly wanted: readonly string[];
  readonly heard: readonly string[];
  /** The parts whose statements were not all heard. */
  readonly missed: readonly WishKind[];
  /** Statements that were heard though nobody made them. */
  readonly added: readonly string[];
  /** Nothing missed and nothing added. */
  readonly isExact: boolean;
  /** Words that were taken for no part of the wish and looked for as a text; they rule nothing out. */
  readonly leftOver: string | undefined;
}

/** Holds what was heard against what was said, each by its meaning. */
export function reading(wish: WordedWish, { request, answer }: Heard, catalogue: Catalogue): Reading {
  const wanted = statementsOf({ ...EMPTY_REQUEST, ...wish }, wish.constraints, catalogue);
  // "Tonight no mysteries" is noted as a taste of tonight: it holds because of this message all the same.
  const said = answer.constraints.filter(
    (constraint) => constraint.source === "said" || wish.said.includes(constraint.said),
  );
  const heard = statementsOf(request, said, catalogue);
  const added = heard.filter((one) => !wanted.includes(one));
  const missed = partsOf(wish, catalogue).flatMap(({ kind, statements }) =>
    statements.every((one) => heard.includes(one)) ? [] : [kind],
  );
  return {
    wish,
    wanted,
    heard,
    missed,
    added,
    isExact: added.length === 0 && wanted.every((one) => heard.includes(one)),
    leftOver: request.text,
  };
}

type Asked = Pick<Request, "count" | "sort" | "surprise" | "renown" | "only"> & {
  readonly like: readonly ItemId[];
  readonly unlike: readonly ItemId[];
};

function statementsOf(
  asked: Asked,
  constraints: readonly WishedConstraint[],
  catalogue: Catalogue,
): readonly string[] {
  const { like, unlike, count, sort, surprise, renown, only } = asked;
  return [
    ...conditionsOf(constraints, catalogue),
    ...like.map((id) => likeText(id, catalogue)),
    ...unlike.map((id) => `un${likeText(id, catalogue)}`),
    countText(count),
    ...(sort === undefined ? [] : [sortText(sort)]),
    ...(surprise ? ["surprising"] : []),
    ...(renown === undefined ? [] : [renown]),
    ...(only === undefined ? [] : [`only ${only}`]),
  ];
}

interface SaidPart {
  readonly kind: WishKind;
  readonly statements: readonly string[];
}

/** The parts of a wish, each with its own statements. A part is one constraint, or asks for something about the answer. */
function partsOf(wish: WordedWish, catalogue: Catalogue): readonly SaidPart[] {
  const rest = [...wish.constraints];
  return wish.kinds.map((kind) => {
    const own = aboutTheAnswer(kind, wish, catalogue);
    if (own !== undefined) return { kind, statements: own };
    const constraint = rest.shift();
    if (constraint === undefined) throw new RangeError(`${kind} has no constraint in “${wish.said}”`);
    return { kind, statements: conditionsOf([constraint], catalogue) };
  });
}

function aboutTheAnswer(kind: WishKind, wish: WordedWish, catalogue: Catalogue): string[] | undefined {
  const { count = EMPTY_REQUEST.count, like = [], sort, renown } = wish;
  if (kind === "count") return [countText(count)];
  if (kind === "like") return like.map((id) => likeText(id, catalogue));
  if (kind === "sort") return sort === undefined ? [] : [sortText(sort)];
  return kind === "renown" ? [`${renown}`] : undefined;
}

function conditionsOf(constraints: readonly WishedConstraint[], catalogue: Catalogue): readonly string[] {
  const tested = constraints.map(({ or, ...own }) => (or === undefined ? own : { ...own, or: [...or] }));
  return plainConditions(tested, catalogue);
}

function likeText(id: ItemId, catalogue: Catalogue): string {
  const index = catalogue.indexOf(id);
  return `like ${index === undefined ? "" : catalogue.title(index)} [${id}]`;
}

function countText(count: number): string {
  return `count ${count}`;
}

function sortText({ facet, direction }: NonNullable<Request["sort"]>): string {
  return `${facet} ${direction}`;
}
