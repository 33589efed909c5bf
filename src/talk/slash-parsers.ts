import { SENTENCES } from "./sentences.ts";
import type { SlashAction, SlashCommand } from "./slash-action.ts";

type Parse = SlashCommand["parse"];

/** A command that takes nothing. */
export function plainly(action: SlashAction): Parse {
  return () => action;
}

/** A command about the item at a place, said as a sentence. */
export function aboutPlace(sentence: (place: number) => string): Parse {
  return (rest, command) => {
    const [word] = wordsOf(rest);
    const place = placeOf(word);
    return place === undefined ? wrongPlace(word, command) : { kind: "say", text: sentence(place), place };
  };
}

/** "/why", "/why 2". */
export const why: Parse = (rest, command) => {
  const [word] = wordsOf(rest);
  if (word === undefined) return { kind: "why", place: undefined };
  const place = placeOf(word);
  return place === undefined ? wrongPlace(word, command) : { kind: "why", place };
};

/** "/rate 2 4.5", within the scale. */
export const rate: Parse = (rest, command, scale) => {
  const [first, second] = wordsOf(rest);
  const place = placeOf(first);
  if (place === undefined) return wrongPlace(first, command);
  const value = Number(second);
  if (second === undefined || !Number.isFinite(value)) return wrongPlace(second, command);
  if (scale !== undefined && (value < scale.min || value > scale.max)) {
    return {
      kind: "mistake",
      message: `${value} is not on the scale.`,
      hint: `Ratings here go from ${scale.min} to ${scale.max}.`,
    };
  }
  return { kind: "say", text: SENTENCES.rate(place, value), place };
};

/** The rest of the line as it stands, blanks within included; undefined where there is none. */
export function wholeRest<Kind extends "data" | "user">(kind: Kind): Parse {
  return (rest) => ({ kind, name: rest === "" ? undefined : rest });
}

export const exportTo: Parse = (rest) => ({ kind: "export", file: rest === "" ? undefined : rest });

function wordsOf(rest: string): string[] {
  return rest.split(/\s+/).filter((word) => word !== "");
}

function placeOf(word: string | undefined): number | undefined {
  const digits = /^#?(\d{1,2})$/.exec(word ?? "")?.[1];
  const place = Number(digits);
  return digits === undefined || place < 1 ? undefined : place;
}

function wrongPlace(word: string | undefined, command: SlashCommand): SlashAction {
  return {
    kind: "mistake",
    message: word === undefined ? `/${command.name} needs a number.` : `“${word}” is not a number I can use.`,
    hint: `Write ${command.usage}: N is the number on a card${command.name === "rate" ? ", V a rating" : ""}.`,
  };
}
