import type { UserId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { VERDICTS } from "../../memory/users/history.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import type { HistoryPlan } from "../history/import-history.ts";
import { likedValues } from "../history/taste-summary.ts";
import { sanitiseLine } from "../sanitise.ts";

/** An import as programs get it. */
export interface ImportSummary {
  readonly user: UserId;
  readonly dataset: string;
  /** Absent where nothing new was found, or nothing was kept. */
  readonly import?: number;
  readonly files: readonly {
    readonly name: string;
    readonly format: string;
    readonly rows: number;
    readonly entries: number;
    readonly broken: readonly { readonly line: number; readonly reason: string }[];
    readonly skipped: Readonly<Record<string, number>>;
  }[];
  readonly passedOver: readonly string[];
  readonly matched: Readonly<Record<"id" | "title" | "chosen", number>>;
  readonly unmatched: number;
  readonly unmatchedFile?: string;
  /** Events by verdict that memory did not know. */
  readonly added: Readonly<Record<string, number>>;
  readonly reviews: number;
  readonly likes?: { readonly facet: string; readonly values: readonly string[] };
}

const MOST_LIKES = 5;

export function importSummary(
  plan: HistoryPlan,
  told: {
    readonly kept: boolean;
    readonly unmatchedFile: string | undefined;
    readonly catalogue: Catalogue;
    readonly users: UserStore;
    readonly user: UserId;
  },
): ImportSummary {
  const { catalogue, users, user, kept, unmatchedFile } = told;
  const count = (how: string): number => plan.matched.filter((one) => one.how === how).length;
  const likes = likedValues(catalogue, users.history(user, catalogue.name, ""), MOST_LIKES);
  const verdicts = VERDICTS.map(
    (verdict) => [verdict, plan.events.filter((event) => event.verdict === verdict).length] as const,
  );
  return {
    user,
    dataset: catalogue.name,
    ...(kept && plan.events.length + plan.reviews > 0 && { import: plan.id }),
    files: plan.files.map(({ name, format, rows, entries, broken, skipped }) => ({
      name,
      format,
      rows,
      entries: entries.length,
      broken,
      skipped: Object.fromEntries(skipped),
    })),
    passedOver: plan.passedOver,
    matched: { id: count("id"), title: count("title"), chosen: count("chosen") },
    unmatched: plan.unmatched.length,
    ...(unmatchedFile !== undefined && { unmatchedFile }),
    added: Object.fromEntries(verdicts.filter(([, many]) => many > 0)),
    reviews: plan.reviews,
    ...(likes !== undefined && { likes }),
  };
}

/** Broken rows of a file that are told one by one. */
const MOST_BROKEN = 3;

/** An import as a person reads it, with what to do next. */
export function summaryLines(plan: HistoryPlan, summary: ImportSummary): string[] {
  const { matched, unmatched, unmatchedFile, added, user, dataset } = summary;
  const data = dataset === "demo" ? "" : ` --data ${dataset}`;
  const who = `--user ${JSON.stringify(user).replace(/^"([\w.@-]+)"$/, "$1")}${data}`;
  const found = matched.id + matched.title + matched.chosen;
  const parts = [
    [matched.id, "by id"],
    [matched.title, "by title"],
    [matched.chosen, "as you filled in"],
  ].flatMap(([many, how]) => (many === 0 ? [] : [`${many} ${how}`]));
  const news = [
    ...Object.entries(added).map(([verdict, many]) => `${many} ${verdict}`),
    ...(summary.reviews > 0 ? [counted(summary.reviews, "review")] : []),
  ];
  return [
    ...plan.files.flatMap(fileLines),
    ...summary.passedOver.map((name) => `${name}: no history, passed over`),
    `Found ${found} of ${found + unmatched} in ${dataset}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}.`,
    newsLine(found, unmatched, news),
    ...mistaken(plan.unmatched).slice(0, MOST_BROKEN).map(unmatchedLine),
    ...(unmatched > MOST_BROKEN ? [`  and ${unmatched - MOST_BROKEN} more not found`] : []),
    ...(unmatchedFile === undefined
      ? []
      : [
          `${counted(unmatched, "row")} found no item: fill in the column “item” (an id or the exact title), then:`,
          `  cicerone history import ${unmatchedFile} ${who}`,
        ]),
    ...(summary.likes === undefined ? [] : [`Your taste so far: ${summary.likes.values.join(", ")}.`]),
    ...(news.length === 0 || summary.import === undefined
      ? []
      : [
          `Ask: cicerone ask "something for tonight" ${who}`,
          `Take it back: cicerone history undo ${summary.import} ${who}`,
        ]),
  ];
}

function newsLine(found: number, unmatched: number, news: readonly string[]): string {
  if (news.length > 0) return `New: ${news.join(", ")}.`;
  if (found > 0) return "Nothing new: all of it is known already.";
  return unmatched > 0 ? "None of it was found, so nothing is new." : "There is nothing in it.";
}

/** What a person filled in and is no item comes first: the rest is open, not wrong. */
function mistaken(unmatched: HistoryPlan["unmatched"]): HistoryPlan["unmatched"] {
  const filled = unmatched.filter(({ entry }) => entry.item !== undefined);
  return [...filled, ...unmatched.filter(({ entry }) => entry.item === undefined)];
}

function unmatchedLine({ entry: { title, year }, why }: HistoryPlan["unmatched"][number]): string {
  return `  not found: ${sanitiseLine(title) || "untitled"}${year === undefined ? "" : ` (${year})`}: ${why}`;
}

function fileLines({ name, format, rows, entries, broken, skipped }: HistoryPlan["files"][number]): string[] {
  const joined = rows - broken.length - [...skipped.values()].reduce((sum, many) => sum + many, 0);
  return [
    `${name}: ${format}, ${counted(rows, "row")}${joined > entries.length ? `, ${entries.length} different titles` : ""}`,
    ...[...skipped].map(([reason, many]) => `  left out: ${many} × ${reason}`),
    ...broken.slice(0, MOST_BROKEN).map(({ line, reason }) => `  line ${line} is broken: ${reason}`),
    ...(broken.length > MOST_BROKEN ? [`  and ${broken.length - MOST_BROKEN} more broken lines`] : []),
  ];
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
