/** Reads a day or a time as milliseconds since the epoch (a day is its midnight, UTC); undefined where it is none. */
export type DayReader = (text: string) => number | undefined;

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const EARLIEST = Date.UTC(1900, 0, 1);
const DAY = 86_400_000;

/**
 * A reader of the days of one file. Whether 1/2/21 is in January or in February is told by the others: one of the two places holds a
 * number above 12 somewhere. Where nothing tells, dots mean day first, and slashes month first.
 * Days before 1900 or after tomorrow are none.
 *
 * @param now milliseconds since the epoch
 */
export function dayReader(samples: Iterable<string>, now: number): DayReader {
  const dayFirst = isDayFirst(samples);
  return (text) => {
    const time = timeOf(text.trim(), dayFirst);
    return time === undefined || time < EARLIEST || time > now + DAY ? undefined : time;
  };
}

function isDayFirst(samples: Iterable<string>): boolean {
  let dots = false;
  for (const sample of samples) {
    const found = NUMBERS.exec(sample.trim());
    if (found === null) continue;
    if (Number(found[1]) > 12) return true;
    if (Number(found[3]) > 12) return false;
    dots ||= found[2] === ".";
  }
  return dots;
}

function timeOf(text: string, dayFirst: boolean): number | undefined {
  if (text === "") return undefined;
  // Seconds since the epoch, as MovieLens writes them, or milliseconds.
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const ordered = YEAR_FIRST.exec(text);
  if (ordered !== null) return day(Number(ordered[1]), Number(ordered[2]), Number(ordered[3] ?? 1));
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
    const whole = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
    return dayFirst ? day(whole, second, first) : day(whole, first, second);
  }
  // "2021-10-22 19:04:11" of Netflix is in UTC, and so is every ISO time without a zone here.
  const iso = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/.exec(text);
  if (iso !== null) return finite(Date.parse(`${iso[1]}T${iso[2]}Z`));
  return /[A-Za-z]{3}|T\d{2}:/.test(text) ? finite(Date.parse(withZone(text))) : undefined;
}

/** "Sat Mar 5 00:00:00 2016" has no zone: the day must be the same wherever it is read. */
function withZone(text: string): string {
  return /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text} UTC`;
}

function day(year: number, month: number, date: number): number | undefined {
  const time = Date.UTC(year, month - 1, date);
  const made = new Date(time);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? time : undefined;
}

function finite(time: number): number | undefined {
  return Number.isFinite(time) ? time : undefined;
}
