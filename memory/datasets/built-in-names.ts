import { CiceroneError } from "../errors.ts";

/** The datasets that have a name of their own, demo first. Apart from what they are made of: opening one needs only its name. */
export const BUILT_IN_NAMES: readonly string[] = ["demo", "ml-100k", "ml-1m", "amazon-beauty"];

/** Somebody's own data under a built-in name would be taken for that dataset, and made over. Throws CiceroneError `reserved-name`. */
export function refuseBuiltInName(name: string): void {
  if (!BUILT_IN_NAMES.includes(name)) return;
  throw new CiceroneError("reserved-name", `${name} is the name of a built-in dataset.`, {
    hint: `Give your own another name, such as my-${name}.`,
  });
}
