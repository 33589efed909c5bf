import { CiceroneError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { AMAZON_BEAUTY } from "./built-in/amazon-beauty.ts";
import { ML_1M } from "./built-in/ml-1m.ts";
import { ML_100K } from "./built-in/ml-100k.ts";
import { BUILT_IN_NAMES } from "./built-in-names.ts";
import { DEMO_HEAD } from "./demo/import-demo.ts";
import { Descriptor, type DescriptorInput } from "./descriptor.ts";

/** Datasets that are read from files somebody has. The demo carries its own. */
const DESCRIPTORS: readonly DescriptorInput[] = [ML_100K, ML_1M, AMAZON_BEAUTY];

export interface BuiltIn {
  readonly name: string;
  readonly about: string;
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
    files: Object.values(descriptor.files).map((file) => ({
      names: file.file,
      folder: file.folder,
      optional: file.optional,
    })),
  }));
  return [{ name: DEMO_HEAD.name, about: DEMO_HEAD.about ?? "", files: [] }, ...described];
}

/** The descriptor of a built-in dataset. Throws CiceroneError `unknown-dataset`, naming the nearest. */
export function builtInDescriptor(name: string): Descriptor {
  const input = DESCRIPTORS.find((descriptor) => descriptor.name === name);
  if (input !== undefined) return Descriptor.parse(input);
  const close = nearest(name, BUILT_IN_NAMES);
  throw new CiceroneError("unknown-dataset", `There is no dataset ${name}.`, {
    hint: `${close === undefined ? "" : `Did you mean ${close}? `}Built in: ${BUILT_IN_NAMES.join(", ")}; or name a .yaml descriptor.`,
  });
}
