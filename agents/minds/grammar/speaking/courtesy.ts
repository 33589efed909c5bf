import { critiqueOf, wishesOf } from "./examples.ts";
import type { Scene, Voice } from "./scene.ts";
import { capital, listed } from "./wording.ts";

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

/** A "yes" or "ok" that answers nothing. */
const ASSENT = /^\W*(?:(?:yes|yeah|yep|yup|ok|okay|sure|fine|alright|all right|got it|i see)\W*)+$/iu;

export const thank: Voice<"thank"> = (_act, { pick, catalogue, situation }) => {
  if (ASSENT.test(situation.text)) {
    return situation.shortlist.shown > 0
      ? pick(
          "Tell me if you'd like more, or something different.",
          "Say “more” for more, or what should be different.",
        )
      : `What would you like to ${catalogue.noun.verb}?`;
  }
  return pick(
    "You're welcome.",
    `My pleasure. Tell me afterwards how it was.`,
    `Any time. Enjoy what you ${catalogue.noun.verb}.`,
  );
};

export const leave: Voice<"leave"> = (_act, { pick, situation }) =>
  situation.history.length + situation.facts.length > 0
    ? pick("Goodbye. I'll remember what you told me.", "Until next time: I keep what you told me.")
    : pick("Goodbye.", "Until next time.");

/** What is said in its own tongue to somebody who speaks another: that English is what works, and an example of it. */
const TONGUES: Readonly<Record<string, (example: string) => string>> = {
  de: (example) => `Ich verstehe nur Englisch, zum Beispiel ${example}.`,
  es: (example) => `Solo entiendo inglés, por ejemplo ${example}.`,
  fr: (example) => `Je ne comprends que l'anglais, par exemple ${example}.`,
  it: (example) => `Capisco solo l'inglese, per esempio ${example}.`,
  pt: (example) => `Só entendo inglês, por exemplo ${example}.`,
  nl: (example) => `Ik versta alleen Engels, bijvoorbeeld ${example}.`,
  sv: (example) => `Jag förstår bara engelska, till exempel ${example}.`,
  pl: (example) => `Rozumiem tylko po angielsku, na przykład ${example}.`,
};

export const outOfScope: Voice<"out-of-scope"> = (act, scene) => {
  const { many, one, verb } = scene.catalogue.noun;
  if (act.because === "language") {
    const example = wishesOf(scene.catalogue)[0] ?? "“surprise me”";
    const own = TONGUES[act.language ?? ""]?.(example);
    return `I only understand English so far. ${own ?? `Try ${example}.`}`;
  }
  if (act.because === "elsewhere") {
    return `Where to get a ${one} I don't know: my catalogue says what ${many} are like, not who has them. ${capital(many)} to ${verb} I can find.`;
  }
  if (act.because === "scale") {
    const { scale } = scene.catalogue;
    return `That is not on the scale: ratings here go from ${scale?.min ?? 0} to ${scale?.max ?? 5}. Nothing noted.`;
  }
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
