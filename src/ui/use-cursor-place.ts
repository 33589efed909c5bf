import { useCursor, useStdout } from "ink";
import { useEffect, useRef } from "react";
import stringWidth from "string-width";
import type { ScreenLine } from "./screen-lines.tsx";

/**
 * Shows the terminal's own cursor `x` columns into the line below `above`, where input methods and screen readers look for it.
 *
 * It also keeps narrowing clean. Terminals break lines anew when they get narrower, so that what was drawn above the cursor is taller
 * than Ink, which erases it from there, believes: before Ink does, the cursor is moved up by the difference.
 */
export function useCursorPlace(above: readonly ScreenLine[], x: number): void {
  const { setCursorPosition } = useCursor();
  const { stdout } = useStdout();
  setCursorPosition({ x, y: above.length });
  const drawn = useRef({ above, x });
  useEffect(() => {
    drawn.current = { above, x };
  });
  useEffect(() => {
    const onResize = (): void => {
      const columns = "columns" in stdout ? Number(stdout.columns) : 0;
      const taller = columns > 0 ? extraRows(drawn.current.above, drawn.current.x, columns) : 0;
      if (taller > 0) stdout.write(`\u001b[${taller}A`);
    };
    stdout.prependListener("resize", onResize);
    return () => {
      stdout.off("resize", onResize);
    };
  }, [stdout]);
}

/** Rows that lines above the cursor, and its own up to it, take more than one each at a width. */
export function extraRows(above: readonly ScreenLine[], x: number, columns: number): number {
  const widths = above.map((parts) => parts.reduce((sum, { text }) => sum + stringWidth(text), 0));
  return widths.reduce(
    (sum, width) => sum + Math.max(0, Math.ceil(width / columns) - 1),
    Math.floor(x / columns),
  );
}
