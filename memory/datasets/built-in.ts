import { CiceroneError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { amazon2018 } from "./built-in/amazon-2018.ts";
import { amazon2023 } from "./built-in/amazon-2023.ts";
import { AMAZON_BEAUTY } from "./built-in/amazon-beauty.ts";
import { AMAZON_CATEGORIES } from "./built-in/amazon-categories.ts";
import { AMAZON_MUSICAL_INSTRUMENTS } from "./built-in/amazon-musical-instruments.ts";
import { GOODBOOKS } from "./built-in/goodbooks.ts";
import { ML_1M } from "./built-in/ml-1m.ts";
import { ML_100K } from "./built-in/ml-100k.ts";
import { ML_25M, ML_32M, ML_LATEST_SMALL } from "./built-in/movielens-csv.ts";
import { REDIAL } from "./built-in/redial.ts";
import { BUILT_IN_NAMES, BUILT_IN_SUMMARY } from "./built-in-names.ts";
import { DEMO_HEAD } from "./demo/head.ts";
import { Descriptor, type DescriptorInput } from "./descriptor.ts";

/** Datasets that are read from files somebody has. The demo carries its own. */
const DESCRIPTORS: readonly DescriptorInput[] = [
  ML_LATEST_SMALL,
  ML_100K,
  ML_1M,
  ML_25M,
  ML_32M,
  GOODBOOKS,
  AMAZON_BEAUTY,
  AMAZON_MUSICAL_INSTRUMENTS,
  REDIAL,
  ...AMAZON_CATEGORIES.map((category) =>
    category.release === 2018 ? amazon2018(category) : amazon2023(category),
  ),
];

export interface BuiltIn {
  readonly name: string;
  readonly about: string;
  /** In a line. */
  readonly licence: string | undefined;
  /** What must be in the folder given by --from, and what may be in the one given by --text; empty for the demo. */
  readonly files: readonly {
    readonly names: readonly string[];
    readonly folder: string;
    readonly optional: boolean;
  }[];
}

/** The datasets that have a name of their own, demo first. */
export function builtInDatasets(): readonly BuiltIn[] {
  const described = DESCRIPTORS.map((input) => Descriptor.parse(input)).map((descriptor) => ({
    name: descriptor.name,
    about: descriptor.about,
    licence: descriptor.licence,
    files: Object.values(descriptor.files).map((file) => ({
      names: file.file,
      folder: file.folder,
      optional: file.optional,
    })),
  }));
  const { name, about = "", licence } = DEMO_HEAD;
  return [{ name, about, licence, files: [] }, ...described];
}

/** The descriptor of a built-in dataset. Throws CiceroneError `unknown-dataset`, naming the nearest. */
export function builtInDescriptor(name: string): Descriptor {
  const input = DESCRIPTORS.find((descriptor) => descriptor.name === name);
  if (input !== undefined) return Descriptor.parse(input);
  const close = nearest(name, BUILT_IN_NAMES);
  throw new CiceroneError("unknown-dataset", `There is no dataset ${name}.`, {
    hint: `${close === undefined ? "" : `Did you mean ${close}? `}Built in: ${BUILT_IN_SUMMARY}; or name a .yaml descriptor.`,
  });
}
