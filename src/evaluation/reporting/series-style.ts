/** How a series looks: told apart by dash and shape too, for whoever does not see the colours. */
export interface SeriesStyle {
  /** A CSS value; the page defines the variable for light and for dark. */
  readonly colour: string;
  readonly dash: readonly number[];
  readonly shape: string;
}

/** Okabe & Ito's colours (2008), darkened where they are too pale on white; the page has lighter ones for dark. */
export const SERIES_COLOURS = {
  light: ["#0063a0", "#c24a00", "#00745a", "#a8478a", "#8a6200", "#3a86c8", "#555b66"],
  dark: ["#5db4ef", "#ff9a57", "#3fcfa3", "#e79ac9", "#e5b94a", "#9dc8f5", "#aab2bf"],
} as const;

const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2]];
const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross"] as const;

/** The style of the series at a place; from the eighth on colours come again, with another dash. */
export function seriesStyle(at: number): SeriesStyle {
  const colour = at % SERIES_COLOURS.light.length;
  return {
    colour: `var(--series-${colour + 1},${SERIES_COLOURS.light[colour] ?? "#000"})`,
    dash: DASHES[at % DASHES.length] ?? [],
    shape: SHAPES[at % SHAPES.length] ?? "circle",
  };
}
