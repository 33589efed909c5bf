import type { AnswerItem } from "../../agents/answer.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { SENTENCES } from "../talk/sentences.ts";
import type { Table } from "../talk/shown.ts";
import type { Press } from "./keys.ts";

/** Something on the table that a key can be pressed on. */
export type Choice =
  | { readonly kind: "option"; readonly place: number; readonly text: string }
  | { readonly kind: "item"; readonly place: number; readonly item: AnswerItem };

/** Going through the table: the answers to an open question first, then the list. */
export interface Choosing {
  readonly kind: "choosing";
  readonly choices: readonly Choice[];
  readonly at: number;
  /** "r" was pressed: the next digit is a rating. */
  readonly rating: boolean;
  /** The digit pressed for a rating that the scale does not have. */
  readonly offScale?: number | undefined;
  /** The digits pressed just now, so that "1" and "2" make the twelfth. */
  readonly digits: string;
}

/** What one key does to the item that is highlighted. */
export interface ItemKey {
  readonly key: string;
  readonly label: string;
  readonly sentence: (place: number) => string;
}

export type Scale = Catalogue["scale"];

/** The keys, in the order they are shown. "r" is apart: it waits for a digit. */
export const ITEM_KEYS: readonly ItemKey[] = [
  { key: "s", label: "seen", sentence: SENTENCES.seen },
  { key: "l", label: "liked", sentence: SENTENCES.like },
  { key: "d", label: "not for me", sentence: SENTENCES.dislike },
  { key: "w", label: "why", sentence: SENTENCES.why },
  { key: "a", label: "about", sentence: SENTENCES.about },
  { key: "+", label: "watchlist", sentence: SENTENCES.watch },
];

export function startChoosing(table: Table, place: number | undefined): Choosing | undefined {
  const choices: Choice[] = [
    ...table.options.map((text, index): Choice => ({ kind: "option", place: index + 1, text })),
    ...table.items.map((item, index): Choice => ({ kind: "item", place: index + 1, item })),
  ];
  if (choices.length === 0) return undefined;
  const at = choices.findIndex((choice) => choice.kind === "item" && choice.place === place);
  return { kind: "choosing", choices, at: Math.max(0, at), rating: false, digits: "" };
}

/** What a key did: another choice, or a sentence to say; undefined where the key means nothing here. */
export type Chosen = { readonly choosing: Choosing } | { readonly said: string } | undefined;

export function chosen(choosing: Choosing, press: Press, scale: Scale): Chosen {
  const { choices, at } = choosing;
  const choice = choices[at];
  if (choice === undefined) return undefined;
  switch (press.kind) {
    case "complete":
      return moved(choosing, press.back ? beforeThis(choosing) : afterThis(choosing));
    case "next":
    case "right":
      return moved(choosing, Math.min(at + 1, choices.length - 1));
    case "left":
      return moved(choosing, Math.max(at - 1, 0));
    case "previous":
      // Above the first is the prompt again.
      return at === 0 ? undefined : moved(choosing, at - 1);
    case "submit":
      if (choosing.rating) return { choosing };
      return { said: choice.kind === "option" ? choice.text : SENTENCES.about(choice.place) };
    case "insert":
      return choosing.rating
        ? rated(choosing, press.text, scale)
        : keyed(choosing, choice, press.text, scale);
    default:
      return undefined;
  }
}

/** The ratings that one digit can give, "0" standing for 10: empty where the scale is too long for that. */
export function digitRatings(scale: Scale): readonly number[] {
  if (scale === undefined || scale.max > 10) return [];
  const [least, most] = [Math.ceil(scale.min), Math.floor(scale.max)];
  // Where 0 is on the scale, a "0" could be that or 10.
  if (least < 1 && most === 10) return [];
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index);
}

function keyed(choosing: Choosing, choice: Choice, text: string, scale: Scale): Chosen {
  if (/^\d$/.test(text)) return numbered(choosing, choice, text);
  if (choice.kind === "option") return undefined;
  if (text === "r" && digitRatings(scale).length > 0)
    return { choosing: { ...choosing, rating: true, offScale: undefined } };
  const known = ITEM_KEYS.find(({ key }) => key === text);
  return known && { said: known.sentence(choice.place) };
}

/** A digit answers the question, or goes to an item. */
function numbered(choosing: Choosing, { kind }: Choice, digit: string): Chosen {
  const find = (place: string): number =>
    choosing.choices.findIndex((choice) => choice.kind === kind && choice.place === Number(place));
  const both = choosing.digits + digit;
  const [digits, at] = find(both) >= 0 ? [both, find(both)] : [digit, find(digit)];
  const choice = choosing.choices[at];
  if (choice === undefined) return { choosing };
  return choice.kind === "option" ? { said: choice.text } : { choosing: { ...choosing, at, digits } };
}

function rated(choosing: Choosing, text: string, scale: Scale): Chosen {
  const choice = choosing.choices[choosing.at];
  if (!/^\d$/.test(text) || choice === undefined) return undefined;
  const value = text === "0" && digitRatings(scale).includes(10) ? 10 : Number(text);
  return digitRatings(scale).includes(value)
    ? { said: SENTENCES.rate(choice.place, value) }
    : { choosing: { ...choosing, offScale: value } };
}

/** Tab goes from the answers to the list at once, then on through it and round. */
function afterThis({ choices, at }: Choosing): number {
  const list = choices.findIndex((choice) => choice.kind === "item");
  return at < list ? list : (at + 1) % choices.length;
}

function beforeThis({ choices, at }: Choosing): number {
  return (at + choices.length - 1) % choices.length;
}

function moved(choosing: Choosing, at: number): Chosen {
  return { choosing: { ...choosing, at, rating: false, offScale: undefined, digits: "" } };
}
