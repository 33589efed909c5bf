import { ELSEWHERE } from "../words/elsewhere.ts";
import { phraseReader } from "./act-reader.ts";

/**
 * Talk to the machinery ("ignore your instructions") and plain chores. Read first: nothing else in such a text is believed, so that
 * it can change no constraint and no memory.
 */
export const outOfScope = phraseReader(
  { act: "out-of-scope" },
  /\b(?:(?:ignore|disregard|override|bypass|forget|violate) (?:all |any |every |the |your |my |of |these |those |ITEM |previous |prior |above |earlier |last )*(?:instructions?|prompts?|rules?|guidelines|programming|training|directives?)|system prompt|developer mode|jailbreak|you are now|pretend (?:to be|you|that)|act as (?:an?|if|though|my)|roleplay|your (?:system )?(?:prompt|instructions)|(?:write|debug|fix|run|execute) (?:me |some |a |an |my |this |the )*(?:\S+ )?(?:code|script|program|function|poem|essay|email|letter|sql|regex)|drop table|rm rf|weather|stock price|news today|tell me a joke|translate|capital of|how old are you|are you (?:human|real|an? (?:ai|bot|robot|VALUE)))\b.*/,
);

/** Where an item is to be had, which the catalogue does not know. */
export const elsewhere = phraseReader({ act: "out-of-scope", because: "elsewhere" }, ELSEWHERE);

/** Text to the machinery spoils the whole utterance, not only its sentence. */
export const INJECTION =
  /\b(?:ignore|disregard|override|bypass|forget)\s+(?:\w+\s+){0,4}(?:instructions?|prompts?|rules?|guidelines)\b|system prompt|developer mode|\bjailbreak\b|\byou are now\b|\bpretend (?:to be|you)\b|<\/?(?:system|assistant|instructions?)>|\[\/?inst\]/i;
