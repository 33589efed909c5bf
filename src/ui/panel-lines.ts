import stringWidth from "string-width";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import { sanitiseLine } from "../sanitise.ts";
import type { CatalogueFace } from "../talk/catalogue-face.ts";
import { titleText } from "../talk/wording.ts";
import { type Choice, type Choosing, digitRatings, ITEM_KEYS, type Scale } from "./choosing.ts";
import type { Mode } from "./prompt-state.ts";
import type { ScreenLine } from "./screen-lines.tsx";
import type { RoleText } from "./theme.tsx";
import { cutLine, wrapText } from "./wrap.ts";

/** Marks what is chosen, also where there is no colour. */
const [CHOSEN, OTHER] = ["›", " "];
const CANDIDATE_LINES = 2;

/** What is shown below the prompt: candidates, or what a key can be pressed on; at most `height` lines of at most `width` columns. */
export function panelLines(
  mode: Mode,
  catalogue: CatalogueFace | undefined,
  width: number,
  height: number,
): readonly ScreenLine[] {
  if (height < 1) return [];
  switch (mode.kind) {
    case "completing": {
      const labels = mode.completion.candidates.map(({ label }) => label);
      return pageOf(labels, mode.chosen, width, Math.min(height, CANDIDATE_LINES));
    }
    case "choosing":
      return choosingLines(mode, catalogue, width).slice(0, height);
    default:
      return [];
  }
}

/** Labels side by side, as many as fit into the lines: the page of them that the chosen one is on. */
function pageOf(labels: readonly string[], chosen: number, width: number, height: number): ScreenLine[] {
  let page: RoleText[][] = [[]];
  let used = 0;
  let holdsChosen = false;
  for (const [index, label] of labels.entries()) {
    const text = cutLine(`${index === chosen ? CHOSEN : OTHER}${sanitiseLine(label)} `, width);
    const columns = stringWidth(text);
    if (used + columns > width) {
      if (page.length === height) {
        if (holdsChosen) break;
        page = [];
      }
      page.push([]);
      used = 0;
    }
    page.at(-1)?.push({ role: index === chosen ? "chosen" : "muted", text });
    used += columns;
    holdsChosen ||= index === chosen;
  }
  return page;
}

function choosingLines(
  choosing: Choosing,
  catalogue: CatalogueFace | undefined,
  width: number,
): ScreenLine[] {
  const choice = choosing.choices[choosing.at];
  if (choice === undefined) return [];
  const head =
    choice.kind === "option"
      ? optionsOf(choosing, choice, width)
      : [[{ role: "chosen" as const, text: cutLine(itemText(choice, catalogue?.facets ?? []), width) }]];
  const keys = wrapText(keysOf(choosing, choice, catalogue?.scale).join("\u00a0· "), width);
  return [...head, ...keys.map((text): ScreenLine => [{ role: "muted", text }])];
}

function optionsOf({ choices }: Choosing, { place }: Choice, width: number): ScreenLine[] {
  const labels = choices.flatMap((choice) =>
    choice.kind === "option" ? [`${choice.place} ${choice.text}`] : [],
  );
  return pageOf(labels, place - 1, width, CANDIDATE_LINES);
}

function itemText(
  { place, item }: Choice & { readonly kind: "item" },
  facets: readonly FacetDeclaration[],
): string {
  return `${CHOSEN}${place} ${titleText(item, facets)}`;
}

function keysOf({ choices, rating, offScale }: Choosing, { kind }: Choice, scale: Scale): string[] {
  const count = choices.filter((choice) => choice.kind === "item").length;
  if (kind === "option") {
    const list = count === 0 ? [] : ["Tab the list"];
    return ["Enter or a digit answers", "←→ another", ...list, "Esc back"].map(unbroken);
  }
  const ratings = digitRatings(scale);
  const [least, most] = [ratings[0], ratings.at(-1)];
  if (rating) {
    const off = offScale === undefined ? [] : [`${offScale} is not on the scale`];
    return [...off, `how was it, ${least} to ${most === 10 ? "9, 0 for 10" : most}?`, "Esc back"].map(
      unbroken,
    );
  }
  return [
    ...ITEM_KEYS.map(({ key, label }) => `${key} ${label}`),
    ...(ratings.length === 0 ? [] : ["r rate"]),
    ...(count > 1 ? [`↑↓ or 1–${count} another`] : []),
    "Esc back",
  ].map(unbroken);
}

/** Lines break after a dot, never within what a key does. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
