import { critiqueOf, wishesOf } from "./examples.ts";
import type { Scene, Voice } from "./scene.ts";
import { listed } from "./wording.ts";

/** What can be said here, shown by examples of this catalogue. */
export const help: Voice<"help"> = (_act, { catalogue }) => {
  const { one, many, past } = catalogue.noun;
  return [
    `I recommend ${many}. Say what you want, such as ${listed(wishesOf(catalogue), "or")}; and of the list, ${critiqueOf(catalogue)}.`,
    `Tell me what you've ${past} and how it was, ask why I chose a ${one}, who or what is behind it, whether you would like it, or how two compare.`,
    "“More”, “not those”, “undo” and “start over” do what they say; “what do you know about me?” and “forget that” are about memory.",
  ].join("\n");
};

export const greet: Voice<"greet"> = (_act, scene) => {
  if (scene.findings.items.length > 0) return scene.pick("Hello!", "Hello.", "Good to see you.");
  const known = scene.situation.history.length > 0;
  const back = known ? scene.pick("Good to see you again.", "Welcome back.") : scene.pick("Hello!", "Hello.");
  return `${back} What would you like to ${scene.catalogue.noun.verb}? ${tryThis(scene)}`;
};

export const thank: Voice<"thank"> = (_act, { pick, catalogue }) =>
  pick(
    "You're welcome.",
    `My pleasure. Tell me afterwards how it was.`,
    `Any time. Enjoy what you ${catalogue.noun.verb}.`,
  );

export const leave: Voice<"leave"> = (_act, { pick, situation }) =>
  situation.history.length + situation.facts.length > 0
    ? pick("Goodbye. I'll remember what you told me.", "Until next time: I keep what you told me.")
    : pick("Goodbye.", "Until next time.");

export const outOfScope: Voice<"out-of-scope"> = (_act, scene) => {
  const { many } = scene.catalogue.noun;
  const stance = scene.pick(
    `That I can't help with; ${many} I can.`,
    `I didn't catch a wish for ${many} in that.`,
    `I only know about ${many}.`,
  );
  return `${stance} ${tryThis(scene)}`;
};

function tryThis({ catalogue, pick }: Scene): string {
  const example = pick(...wishesOf(catalogue));
  return example === "" ? "" : `Try ${example}.`;
}
