import type { Random } from "../../../memory/random.ts";
import { chance, pick } from "./drawing.ts";

const HOURS: Readonly<Record<number, string>> = { 1: "one", 2: "two", 3: "three", 4: "four" };

/** A length as people say it: "90 minutes", "an hour and a half", "1h30". */
export function lengthInWords(minutes: number, random: Random): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0 || chance(random, 0.45)) return inMinutes(minutes, random);
  return pick(random, rest === 0 ? wholeHours(hours) : hoursAndMinutes(hours, rest));
}

/** A span as people say it: "between 90 and 120 minutes", "from one to two hours". */
export function rangeInWords(min: number, max: number, random: Random): string {
  if (min % 30 === 0 && max % 30 === 0 && min >= 60 && chance(random, 0.6)) {
    const [a, b] = [min, max].map((minutes) =>
      pick(random, minutes % 60 === 0 ? wholeHours(minutes / 60) : halfHours(minutes)),
    );
    return `between ${a} and ${b}`;
  }
  const unit = pick(random, ["minutes", "minutes", "mins", "min"]);
  return pick(random, [
    `between ${min} and ${max} ${unit}`,
    `from ${min} to ${max} ${unit}`,
    `${min} to ${max} ${unit}`,
    `${min}-${max} ${unit}`,
    `somewhere between ${min} and ${max} ${unit}`,
  ]);
}

function inMinutes(minutes: number, random: Random): string {
  const unit = pick(random, [" minutes", " minutes", " minutes", " min", " mins", "min"]);
  return `${minutes}${unit}`;
}

function wholeHours(hours: number): readonly string[] {
  if (hours === 1) return ["an hour", "one hour", "1 hour", "1h"];
  return [`${HOURS[hours] ?? hours} hours`, `${hours} hours`, `${hours}h`, `${hours} hrs`];
}

function hoursAndMinutes(hours: number, rest: number): readonly string[] {
  const digits = [
    `${hours}h${`${rest}`.padStart(2, "0")}`,
    `${hours}h ${rest}m`,
    `${hours} ${hours === 1 ? "hour" : "hours"} ${rest} minutes`,
    `${hours === 1 ? "an hour" : `${HOURS[hours] ?? hours} hours`} and ${rest} minutes`,
  ];
  if (rest === 30) return [...halfHours(hours * 60 + rest), ...halfHours(hours * 60 + rest), ...digits];
  if (rest === 45 && hours === 1) return [...digits, "an hour and three quarters"];
  return digits;
}

function halfHours(minutes: number): readonly string[] {
  const hours = Math.floor(minutes / 60);
  const word = HOURS[hours] ?? `${hours}`;
  const first = hours === 1 ? "an hour and a half" : `${word} and a half hours`;
  return [first, `${word} and a half hours`, `${hours}.5 hours`];
}
