import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { TitleLinker } from "../../../../tools/language/title-linker.ts";
import type { Act } from "../../../acts.ts";
import type { Findings, Situation } from "../../mind.ts";
import { sharedTitle } from "../namesakes.ts";
import { compare } from "./comparing.ts";
import { greet, help, leave, outOfScope, thank } from "./courtesy.ts";
import { lookUp } from "./facts.ts";
import { why, wouldLike } from "./judging.ts";
import { unknownReference, unknownTitle, unknownTopic } from "./lost.ts";
import { feedback, prefer } from "./noting.ts";
import { accept, choose, unmet, which } from "./picking.ts";
import { recallMemory } from "./recalling.ts";
import { introduction, nothingFound } from "./recommending.ts";
import { relaxation } from "./relaxation.ts";
import { forget, startOver, undo } from "./remembering.ts";
import { type Scene, sceneOf, type Voice } from "./scene.ts";
import { account, whyNot } from "./why-not.ts";

/** Who speaks about which act. What a list is about is said by its introduction. */
const VOICES: { readonly [Name in Act["act"]]: Voice<Name> } = {
  seek: () => undefined,
  refine: () => undefined,
  more: () => undefined,
  correct: () => undefined,
  feedback,
  accept,
  unmet,
  prefer,
  "look-up": lookUp,
  which,
  why,
  "why-not": whyNot,
  account,
  "would-like": wouldLike,
  compare,
  choose,
  "recall-memory": recallMemory,
  forget,
  undo,
  "start-over": startOver,
  help,
  greet,
  thank,
  leave,
  "unknown-title": unknownTitle,
  "unknown-reference": unknownReference,
  "unknown-topic": unknownTopic,
  "out-of-scope": outOfScope,
};

/** Findings → the reply: an answer to each act, then what was let go, then the list's introduction. */
export function createSpeaker(
  catalogue: Catalogue,
  titles?: TitleLinker,
): (situation: Situation, findings: Findings) => string {
  const isShared = (index: number): boolean => titles !== undefined && hasNamesakes(index, catalogue, titles);
  return (situation, findings) => {
    const scene = sceneOf(situation, findings, catalogue, isShared);
    const parts = [
      ...findings.plan.acts.map((act) => voiceOf(act, scene)),
      relaxation(scene),
      nothingFound(scene),
      findings.question?.text,
      findings.items.length > 0 ? introduced(scene) : undefined,
    ].filter((part) => part !== undefined && part !== "");
    return joined([...new Set(parts)]) || scene.pick("All right.", "Understood.");
  };
}

function hasNamesakes(index: number, catalogue: Catalogue, titles: TitleLinker): boolean {
  return sharedTitle(catalogue.id(index), catalogue, titles).length > 1;
}

/** With a question open, the list is what there is until it is answered. */
function introduced(scene: Scene): string {
  const line = introduction(scene);
  if (scene.findings.question === undefined) return line;
  return `Until then, ${line.startsWith("I ") ? line : line.charAt(0).toLowerCase() + line.slice(1)}`;
}

function voiceOf<Name extends Act["act"]>(
  act: Extract<Act, { act: Name }>,
  scene: Scene,
): string | undefined {
  const voice = VOICES[act.act as Name] as (act: Act, scene: Scene) => string | undefined;
  return voice(act, scene);
}

/** Sentences on one line; what has lines of its own stays apart. */
function joined(parts: readonly (string | undefined)[]): string {
  return parts.reduce<string>((text, part = "") => {
    if (text === "") return part;
    return `${text}${text.includes("\n") || part.includes("\n") ? "\n" : " "}${part}`;
  }, "");
}
