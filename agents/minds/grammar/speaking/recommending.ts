import type { Constraint } from "../../../../memory/items/constraint.ts";
import { wantedItems } from "../../../../memory/users/history.ts";
import { facetName, superlative } from "../../../../tools/explaining/facet-words.ts";
import type { ActOf } from "../../../acts.ts";
import { closed, nounPhrase } from "./noun-phrase.ts";
import type { Scene } from "./scene.ts";
import { capital, countWord, listed, plural, quoted } from "./wording.ts";

/** The line before the list. The list itself is shown by whoever shows the answer. */
export function introduction(scene: Scene): string {
  const { findings } = scene;
  const found = findings.items.length;
  const corrects = findings.plan.acts.some(({ act }) => act === "correct");
  if (findings.undone && !corrects)
    return scene.pick("Undone. We were here:", "Back one step, to this:", "As it was before:");
  const act = corrects
    ? undefined
    : findings.plan.acts.find(({ act: name }) => name === "more" || name === "refine");
  if (act?.act === "more" && scene.situation.shortlist.shown > 0) return nextOnes(act, scene);
  const all = findings.relaxed.length === 0 ? countAsked(scene) : undefined;
  if (all !== undefined) return stock(all, scene);
  if (findings.relaxed.length > 0) return `That leaves ${counted(scene)}:`;
  if (found < findings.plan.request.count) return onlyThese(scene);
  const near = nearestOnly(scene);
  if (near !== undefined) return near;
  if (act?.act === "refine" && isShort(act.how)) return refined(act, scene);
  if (onlyMemory(scene)) return refreshed(scene);
  const these = isOpen(scene) ? `${bare(scene)}${groundOf(scene)}` : counted(scene);
  return scene.pick(
    `${capital(these)}:`,
    `Here ${plural(found, "is", "are")} ${these}:`,
    `I found ${these}:`,
    `Let me suggest ${these}:`,
  );
}

/** "Only Jurassic Park speaks of “dinosaurs”; the others come closest:" where a text was searched for that few here have. */
function nearestOnly({ findings, catalogue, title }: Scene): string | undefined {
  const { text } = findings.plan.request;
  if (text === undefined || findings.items.length < 2) return undefined;
  const having = text
    .split(/\s+/u)
    .map((word) => new Set(catalogue.search(word, catalogue.size).map(({ index }) => catalogue.id(index))));
  const found = findings.items.filter(({ id }) => having.every((items) => items.has(id)));
  if (found.length === findings.items.length) return undefined;
  if (found.length === 0)
    return `Nothing I know speaks of ${quoted(text)} in so many words. These come closest:`;
  const names = found.length > 2 ? countWord(found.length) : listed(found.map(({ id }) => title(id)));
  const [verb, rest] = [plural(found.length, "speaks", "speak"), findings.items.length - found.length];
  return `Only ${names} ${found.length > 2 ? "of these " : ""}${verb} of ${quoted(text)}; the ${rest === 1 ? "other comes" : "others come"} closest:`;
}

/** How many there are, where that was asked: those that are known already among them. */
function countAsked({ findings }: Scene): number | undefined {
  const asked = findings.plan.acts.some((act) => act.act === "account" && act.about === "fitting");
  return asked ? findings.matching : undefined;
}

/** "I have 63 horror films. Here are five of them:" */
function stock(all: number, scene: Scene): string {
  const found = scene.findings.items.length;
  const have = `I have ${countWord(all)} ${phraseOf(scene, all)}`;
  if (found >= all) return `${have}:`;
  return `${have}. Here ${plural(found, "is", "are")} ${countWord(found)} of them:`;
}

/** What is said when a list was asked for and there is none. */
export function nothingFound(scene: Scene): string | undefined {
  const { findings, situation } = scene;
  const wanted = findings.plan.acts.find(({ act }) => act === "seek" || act === "refine" || act === "more");
  if (wanted === undefined || findings.items.length > 0) return undefined;
  const such = phraseOf(scene, 2);
  if (wanted.act === "more") return `That was all: I have no more ${such}.`;
  if (findings.plan.request.only === "wanted" && wantedItems(situation.history).length === 0)
    return "Your watchlist is empty. Say what to put on it: “I want to see …”.";
  const known = situation.history.length > 0 ? " that you don't know already" : "";
  return `I find no ${known === "" ? such : closed(such)}${known}. Drop one wish and I'll look again.`;
}

function nextOnes({ instead }: ActOf<"more">, scene: Scene): string {
  const many = bare(scene);
  if (instead)
    return scene.pick(
      `Then ${many} instead:`,
      `Fair enough. Instead, ${many}:`,
      `Not those, then. ${capital(many)}:`,
    );
  const more = capital(countWord(scene.findings.items.length));
  return scene.pick(`${more} more:`, `The next ${many}:`, `Further down the list, ${many}:`);
}

function refined({ how }: ActOf<"refine">, scene: Scene): string {
  if (how.startsWith("surprise")) return scene.pick("Something less expected, then:", "Off your usual path:");
  const seeds = seedTitles(scene);
  if (/^(?:more )?like\b/u.test(how) && seeds !== "") return `Closer to ${seeds}:`;
  return scene.pick(`${capital(how)}, then:`, `${capital(counted(scene))}:`, `Here ${areMany(scene)}:`);
}

function areMany(scene: Scene): string {
  return `${plural(scene.findings.items.length, "is", "are")} ${counted(scene)}`;
}

/** A critique that reads well when it is repeated: "shorter", "without horror"; not a whole sentence. */
function isShort(how: string): boolean {
  return (
    /^[\p{L}\p{N}'’ -]{1,28}$/u.test(how) &&
    how.split(" ").length <= 4 &&
    !/\b(?:i|me|my|you|please|no|not|forget|mind)\b/iu.test(how.replace(/^surprise me$/u, ""))
  );
}

/** Fewer than were wanted. */
function onlyThese(scene: Scene): string {
  const verb = plural(scene.findings.items.length, "is", "are");
  const knows = scene.situation.history.length + scene.findings.remembered.events.length > 0;
  if (isOpen(scene)) return `Only ${bare(scene)} ${verb} left that you don't know:`;
  const these = counted(scene);
  return knows
    ? scene.pick(
        `Only ${closed(these)} ${verb} new to you:`,
        `${capital(these)}, the only ${plural(scene.findings.items.length, "one", "ones")} new to you:`,
      )
    : scene.pick(`I have only ${these}:`, `Only ${these}:`, `There ${verb} only ${these}:`);
}

/** After something was only noted or forgotten, the list is shown again because it changed. */
function refreshed(scene: Scene): string {
  const forgets = scene.findings.plan.acts.some(({ act }) => act === "forget");
  if (forgets) return scene.pick("The list without that:", "So the list is this:", "And the list again:");
  const these = plural(scene.findings.items.length, "this", "these");
  return scene.pick("With that in mind:", "The list is now:", `So now ${these} ${bare(scene)}:`);
}

/** "three little-known films". */
function bare({ findings, catalogue }: Scene): string {
  const count = findings.items.length;
  const { request } = findings.plan;
  return `${countWord(count)} ${nounPhrase({ constraints: [], count, before: renownWord(request.renown) }, catalogue)}`;
}

/** "five sci-fi films under two hours close to Alien, without horror, shortest first". */
function counted(scene: Scene): string {
  const count = scene.findings.items.length;
  return `${countWord(count)} ${phraseOf(scene, count)}`;
}

/** What the request asked of the items and was not let go. What memory rules out goes without saying. */
function phraseOf(scene: Scene, count: number): string {
  const { findings, catalogue } = scene;
  const { request } = findings.plan;
  const letGo = new Set(findings.relaxed.map(testOf));
  const constraints = request.constraints.filter((one) => one.source === "said" && !letGo.has(testOf(one)));
  const seeds = seedTitles(scene);
  const phrase = nounPhrase(
    {
      constraints,
      count,
      before: renownWord(request.renown),
      after: [
        seeds === "" ? "" : `close to ${seeds}`,
        request.text === undefined ? "" : `for ${quoted(request.text)}`,
        request.only === undefined ? "" : "on your watchlist",
      ],
    },
    catalogue,
  );
  return `${phrase}${sortWords(scene)}${request.surprise ? ", off your usual path" : ""}`;
}

function renownWord(renown: "popular" | "obscure" | undefined): string {
  if (renown === undefined) return "";
  return renown === "popular" ? "well-known" : "little-known";
}

/** Whether nothing was asked of the items. */
function isOpen({ findings }: Scene): boolean {
  const { constraints, like, text, sort, surprise, only } = findings.plan.request;
  const said = constraints.some(({ source }) => source === "said");
  return (
    !said && like.length === 0 && text === undefined && sort === undefined && !surprise && only === undefined
  );
}

function sortWords({ findings, catalogue }: Scene): string {
  const { sort } = findings.plan.request;
  const facet = sort && catalogue.facet(sort.facet);
  if (sort === undefined || facet === undefined || findings.items.length === 1) return "";
  const ascending = sort.direction === "ascending";
  const comparative = ascending ? facet.lower[0] : facet.higher[0];
  if (comparative === undefined) return `, ${ascending ? "lowest" : "highest"} ${facetName(facet)} first`;
  return `, ${superlative(comparative)} first`;
}

/** With nothing asked for: what the choice goes by. */
function groundOf({ situation, findings, catalogue }: Scene): string {
  if (findings.plan.request.renown !== undefined) return "";
  const known = situation.history.length + findings.remembered.events.length;
  if (known > 0) return ` you haven't ${catalogue.noun.past}, going by what you told me`;
  const likes = situation.facts.some(({ polarity }) => polarity === "like");
  if (likes) return ", going by what you like";
  if (situation.facts.length > 0) return ", and nothing of what you don't want";
  return ` that ${plural(findings.items.length, "is", "are")} popular here`;
}

function seedTitles({ findings, title }: Scene): string {
  return listed(findings.plan.request.like.slice(0, 3).map(title));
}

function onlyMemory({ findings }: Scene): boolean {
  return findings.plan.acts.every(({ act }) => act === "feedback" || act === "prefer" || act === "forget");
}

function testOf({ facet, test }: Constraint): string {
  return JSON.stringify([facet, test]);
}
