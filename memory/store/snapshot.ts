import { join } from "node:path";

/** Where one imported dataset lives: everything below `<home>/datasets/<name>/`. */
export interface SnapshotPaths {
  readonly directory: string;
  readonly manifest: string;
  readonly catalogue: string;
  readonly interactions: string;
  readonly scorer: string;
  readonly scorerCard: string;
  readonly rater: string;
  readonly vectors: string;
}

export function snapshotPaths(home: string, name: string): SnapshotPaths {
  const directory = join(home, "datasets", name);
  return {
    directory,
    manifest: join(directory, "manifest.json"),
    catalogue: join(directory, "catalogue.sqlite"),
    interactions: join(directory, "interactions.parquet"),
    scorer: join(directory, "scorer.onnx"),
    scorerCard: join(directory, "scorer.card.json"),
    rater: join(directory, "rater"),
    vectors: join(directory, "vectors"),
  };
}
