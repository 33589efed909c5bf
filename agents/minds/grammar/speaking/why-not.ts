import type { Constraint } from "../../../../memory/items/constraint.ts";
import { sayOrdinal } from "../../../../tools/explaining/facet-words.ts";
import type { Objection } from "../../../../tools/explaining/objections.ts";
import { failings } from "./failing.ts";
import { nounPhrase } from "./noun-phrase.ts";
import type { Scene, Voice } from "./scene.ts";
import { capital, countWord, listed } from "./wording.ts";

/** Most objections that are told of one item: the first is decisive already. */
const MOST = 3;

/** "Heat runs 170 min (you wanted under two hours)." */
export const whyNot: Voice<"why-not"> = (act, scene) =>
  act.items
    .map((item) => {
      const found = scene.findings.unlisted?.find((one) => one.item === item)?.objections ?? [];
      const said = found.slice(0, MOST);
      const unmet = said.filter((objection) => objection.kind === "unmet");
      const others = said.filter((objection) => objection.kind !== "unmet");
      const title = scene.title(item);
      const first = listed(others.map((objection) => told(objection, title, scene)));
      const fails = failings(unmet, scene.catalogue);
      const sentences = [first, fails === "" ? "" : `${first === "" ? title : "It also"} ${fails}`];
      return sentences.flatMap((one) => (one === "" ? [] : [capital(`${one}.`)])).join(" ");
    })
    .join("\n");

function told(objection: Exclude<Objection, { kind: "unmet" }>, title: string, scene: Scene): string {
  const { noun } = scene.catalogue;
  switch (objection.kind) {
    case "listed":
      return `${title} is there: it is the ${sayOrdinal(objection.place)}`;
    case "known":
      return KNOWN[objection.verdict](title, noun.past);
    case "example":
      return `${title} is what I went by, so I don't suggest it itself`;
    case "behind":
      return `${title} would fit; it came ${sayOrdinal(objection.place)}, after what you see`;
    case "not-found":
      return `nothing speaks against ${title}; others came closer to what you asked for`;
  }
}

const KNOWN: Readonly<
  Record<Extract<Objection, { kind: "known" }>["verdict"], (title: string, past: string) => string>
> = {
  seen: (title, past) => `you told me that you've ${past === "watched" ? "seen" : past} ${title}`,
  liked: (title) => `you know ${title} already, and liked it`,
  disliked: (title) => `you told me that ${title} was not for you`,
  rejected: (title) => `you turned ${title} down`,
  rated: (title) => `you rated ${title} already`,
  wanted: (title) => `${title} is on your watchlist`,
};

/** How many were looked at; what was left out, and why. */
export const account: Voice<"account"> = (act, scene) => {
  // How many fit is said where the list is introduced.
  if (act.about === "fitting") return undefined;
  return act.about === "considered" ? considered(scene) : leftOut(scene);
};

function considered({ situation, catalogue }: Scene): string {
  const { considered: many, shown } = situation.shortlist;
  const { noun, size } = catalogue;
  if (shown === 0) return `Nothing yet: there is no list. I have ${size.toLocaleString("en")} ${noun.many}.`;
  const fits =
    many === 1
      ? `One ${noun.one} of ${size.toLocaleString("en")} fits`
      : `${many.toLocaleString("en")} of ${size.toLocaleString("en")} ${noun.many} fit`;
  return `${fits} what you asked for; you see the ${shown === 1 ? "best one" : `best ${countWord(shown)}`}.`;
}

const MOST_NAMED = 4;

function leftOut(scene: Scene): string {
  const { situation, catalogue, title } = scene;
  const { request, history, shortlist } = situation;
  const masks = request.constraints.map((constraint) => catalogue.satisfying(constraint));
  const fits = (item: (typeof history)[number]["item"]): boolean => {
    const index = catalogue.indexOf(item);
    return index !== undefined && masks.every((mask) => mask[index] === 1);
  };
  const known = new Map(
    history
      .filter(({ item, verdict }) => verdict !== "wanted" && fits(item))
      .map((event) => [event.item, event]),
  );
  const met = [...known.values()]
    .filter(({ verdict }) => verdict !== "rejected")
    .map(({ item }) => title(item));
  const turnedDown = [...known.values()]
    .filter(({ verdict }) => verdict === "rejected")
    .map(({ item }) => title(item));
  const behind = shortlist.considered - shortlist.shown;
  const seen = catalogue.noun.past === "watched" ? "seen" : catalogue.noun.past;
  const parts = [
    met.length === 0 ? "" : `${few(met)}, because you've ${seen} ${met.length === 1 ? "it" : "them"}`,
    turnedDown.length === 0
      ? ""
      : `${few(turnedDown)}, because you turned ${turnedDown.length === 1 ? "it" : "them"} down`,
    behind <= 0
      ? ""
      : `${countWord(behind)} more that ${behind === 1 ? "fits" : "fit"}, further down the list: say “more”`,
  ].filter((part) => part !== "");
  if (parts.length === 0) return `Nothing that fits: what you see is all there is.${missed(scene)}`;
  // Each has a comma of its own.
  return `I left out ${parts.length < 2 ? parts[0] : `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}`}.`;
}

/** What there is of each thing asked for, where together they leave little: " There are four gentle books and three with dragons." */
function missed({ situation, catalogue }: Scene): string {
  const single = situation.request.constraints.flatMap(apart);
  if (single.length < 2) return "";
  const met = single.map((constraint) => {
    const count = catalogue.satisfying(constraint).reduce((sum, fits) => sum + fits, 0);
    return `${count === 1 ? "one" : countWord(count)} ${nounPhrase({ constraints: [constraint], count }, catalogue)}`;
  });
  return ` Of each by itself there is more: ${listed(met)}.`;
}

/** Each value of a constraint that wants several by itself. */
function apart(constraint: Constraint): Constraint[] {
  const { facet, test, or, phrase } = constraint;
  if (test.op !== "all-of" || or !== undefined || phrase !== undefined) return [constraint];
  return test.values.map((value) => ({ ...constraint, facet, test: { op: "any-of", values: [value] } }));
}

function few(titles: readonly string[]): string {
  const more = titles.length - MOST_NAMED;
  return more > 0 ? `${titles.slice(0, MOST_NAMED).join(", ")} and ${more} more` : listed(titles);
}
