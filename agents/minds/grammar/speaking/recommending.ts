import type { Constraint } from "../../../../memory/items/constraint.ts";
import type { ActOf } from "../../../acts.ts";
import { constraintWords, facetName } from "./facet-words.ts";
import type { Scene } from "./scene.ts";
import { capital, countWord, listed, plural, quoted } from "./wording.ts";

/** The line before the list. The list itself is shown by whoever shows the answer. */
export function introduction(scene: Scene): string {
  const { findings } = scene;
  const many = countedNoun(scene);
  const traits = traitsOf(scene);
  const found = findings.items.length;
  if (findings.undone)
    return scene.pick("Undone. We were here:", "Back one step, to this:", "As it was before:");
  const act = findings.plan.acts.find(({ act: name }) => name === "more" || name === "refine");
  if (act?.act === "more" && scene.situation.shortlist.shown > 0) return nextOnes(act, scene, many);
  if (found < findings.plan.request.count) return onlyThese(scene, many, traits);
  if (act?.act === "refine" && isShort(act.how)) return refined(act, scene, many);
  if (onlyFeedback(scene)) return scene.pick("With that in mind:", "The list is now:", `Now ${many}:`);
  const about = traits === "" ? groundOf(scene) : traits;
  return scene.pick(
    `${capital(many)}${about}:`,
    `Here ${plural(found, "is", "are")} ${many}${about}:`,
    `I found ${many}${about}:`,
  );
}

/** What is said when a list was asked for and there is none. */
export function nothingFound(scene: Scene): string | undefined {
  const { findings, catalogue } = scene;
  const wanted = findings.plan.acts.find(({ act }) => act === "seek" || act === "refine" || act === "more");
  if (wanted === undefined || findings.items.length > 0) return undefined;
  const terms = listed(
    valuesFirst(findings.plan.request.constraints).map((one) => constraintWords(one, catalogue)),
  );
  const kind = terms === "" ? catalogue.noun.many : `${catalogue.noun.many} that are ${terms}`;
  if (wanted.act === "more") return `That was all: I have no more ${kind}.`;
  return `I find no ${kind} that you don't know already. Drop one wish and I look again.`;
}

function nextOnes({ instead }: ActOf<"more">, scene: Scene, many: string): string {
  if (instead)
    return scene.pick(
      `Then ${many} instead:`,
      `Fair enough. Instead, ${many}:`,
      `Not those, then. ${capital(many)}:`,
    );
  return scene.pick(`${capital(many)} more:`, `The next ${many}:`, `Further down the list, ${many}:`);
}

function refined({ how }: ActOf<"refine">, scene: Scene, many: string): string {
  if (how.startsWith("surprise")) return scene.pick("Something less expected, then:", "Off your usual path:");
  const seeds = seedTitles(scene);
  if (/^(?:more )?like\b/u.test(how) && seeds !== "") return `Closer to ${seeds}:`;
  return scene.pick(
    `${capital(how)}, then:`,
    `Same idea, ${how}. ${capital(many)}:`,
    `${capital(many)}, ${how}:`,
  );
}

/** A critique that reads well when it is repeated: "shorter", "without horror"; not a whole sentence. */
function isShort(how: string): boolean {
  return (
    /^[\p{L}\p{N}'’ -]{1,28}$/u.test(how) &&
    how.split(" ").length <= 4 &&
    !/\b(?:i|me|my|you|please|no|not)\b/iu.test(how.replace(/^surprise me$/u, ""))
  );
}

function onlyThese({ situation, findings, catalogue }: Scene, many: string, traits: string): string {
  const verb = plural(findings.items.length, "is", "are");
  const terms = listed(
    valuesFirst(findings.plan.request.constraints).map((one) => constraintWords(one, catalogue)),
  );
  const known = situation.history.length + findings.remembered.events.length > 0 ? " new to you" : "";
  if (terms !== "" && findings.relaxed.length === 0) return `Only ${many}${known} ${verb} ${terms}:`;
  return traits === "" ? `Only ${many} ${verb} left that you don't know:` : `Only ${many}${traits}:`;
}

/** "three little-known films". */
function countedNoun({ findings, catalogue }: Scene): string {
  const found = findings.items.length;
  const { renown } = findings.plan.request;
  const renowned = renown === undefined ? "" : renown === "popular" ? "well-known " : "little-known ";
  return `${countWord(found)} ${renowned}${plural(found, catalogue.noun.one, catalogue.noun.many)}`;
}

/** What the request asked of the items, as it follows the counted noun: " close to Alien, all Sci-Fi and under two hours". */
function traitsOf(scene: Scene): string {
  const { findings, catalogue } = scene;
  const { request } = findings.plan;
  const letGo = new Set(findings.relaxed.map(testOf));
  const kept = valuesFirst(request.constraints).filter((one) => !letGo.has(testOf(one)));
  const words = (ruledOut: boolean): string[] =>
    kept
      .filter(({ test }) => (test.op === "none-of" || test.op === "outside") === ruledOut)
      .map((one) => constraintWords(one, catalogue));
  const wanted = listed(words(false));
  const unwanted = listed(
    words(true).map((word) => word.replace(/^not /u, "")),
    "or",
  );
  const seeds = seedTitles(scene);
  const single = findings.items.length === 1;
  return [
    seeds === "" ? "" : ` close to ${seeds}`,
    request.text === undefined ? "" : ` for ${quoted(request.text)}`,
    wanted === "" ? "" : single ? `, ${wanted}` : `, all ${wanted}`,
    unwanted === "" ? "" : single ? `, not ${unwanted}` : `, none of them ${unwanted}`,
    sortWords(scene),
    request.surprise ? ", off your usual path" : "",
  ].join("");
}

function sortWords({ findings, catalogue }: Scene): string {
  const { sort } = findings.plan.request;
  const facet = sort && catalogue.facet(sort.facet);
  if (sort === undefined || facet === undefined) return "";
  const ascending = sort.direction === "ascending";
  const comparative = ascending ? facet.lower[0] : facet.higher[0];
  if (comparative === undefined) return `, ${ascending ? "lowest" : "highest"} ${facetName(facet)} first`;
  return `, ${superlative(comparative)} first`;
}

/** "shorter" → "shortest", "more recent" → "most recent". */
function superlative(comparative: string): string {
  return comparative
    .replace(/^more\b/u, "most")
    .replace(/^less\b/u, "least")
    .replace(/er$/u, "est");
}

/** With nothing asked for: what the choice goes by. */
function groundOf({ situation, findings, catalogue }: Scene): string {
  const known = situation.history.length + findings.remembered.events.length;
  if (known > 0) return ` you haven't ${catalogue.noun.past}, going by what you told me`;
  return situation.facts.length > 0 ? ", going by what you like" : " that are popular here";
}

function seedTitles({ findings, title }: Scene): string {
  return listed(findings.plan.request.like.slice(0, 3).map(title));
}

function onlyFeedback({ findings }: Scene): boolean {
  return findings.plan.acts.every(({ act }) => act === "feedback" || act === "prefer" || act === "forget");
}

function testOf({ facet, test }: Constraint): string {
  return JSON.stringify([facet, test]);
}

/** "Sci-Fi, from the 1920s and under an hour": what a thing is before how much of it there is. */
function valuesFirst(constraints: readonly Constraint[]): Constraint[] {
  const measures = ({ test }: Constraint): number => Number(test.op === "between" || test.op === "outside");
  return [...constraints].sort((a, b) => measures(a) - measures(b));
}
