import { type FacetFigures, facetFigures } from "../../../memory/datasets/figures/facet-figures.ts";
import {
  type InteractionFigures,
  interactionFigures,
} from "../../../memory/datasets/figures/interaction-figures.ts";
import type { OpenDataset } from "../../../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../../../memory/errors.ts";
import { nearest } from "../../../memory/nearest.ts";
import type { Manifest } from "../../../memory/store/manifest.ts";
import { type Artefact, artefactsOf, sizeOnDisk } from "./artefacts.ts";

/** Everything that `data info` tells. */
export interface DatasetInfo extends Manifest {
  readonly noun: string;
  readonly scale: { readonly min: number; readonly max: number } | undefined;
  readonly figures: InteractionFigures;
  readonly facets: readonly FacetFigures[];
  readonly artefacts: readonly Artefact[];
  readonly bytesOnDisk: number;
}

const BARS = 8;
const BARS_ALONE = 200;

/** @throws CiceroneError `usage-facet` for a facet that the catalogue has not. */
export async function datasetInfo(
  dataset: OpenDataset,
  facet: string | undefined,
  signal: AbortSignal,
): Promise<DatasetInfo> {
  const { catalogue, manifest, paths } = dataset;
  const chosen =
    facet === undefined ? catalogue.facets : [catalogue.facet(facet) ?? unknownFacet(dataset, facet)];
  return {
    ...manifest,
    noun: catalogue.noun.many,
    scale: catalogue.scale,
    figures: await interactionFigures(paths, catalogue, signal),
    facets: chosen.map((declared) =>
      facetFigures(catalogue, declared, facet === undefined ? BARS : BARS_ALONE),
    ),
    artefacts: await artefactsOf(dataset),
    bytesOnDisk: sizeOnDisk(paths.directory),
  };
}

function unknownFacet({ catalogue }: OpenDataset, given: string): never {
  const names = catalogue.facets.map(({ name }) => name);
  const close = nearest(given, names);
  throw new CiceroneError("usage-facet", `${catalogue.name} has no facet ${given}.`, {
    hint: `${close === undefined ? "" : `Did you mean ${close}? `}It has: ${names.join(", ") || "none"}.`,
  });
}
