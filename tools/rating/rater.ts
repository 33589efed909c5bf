/** A rating the user gave, on the catalogue's scale. */
export interface GivenRating {
  /** Catalogue index. */
  readonly item: number;
  readonly value: number;
}

export interface RatingPrediction {
  /** Catalogue index. */
  readonly item: number;
  /** On the catalogue's scale, clipped to it. */
  readonly value: number;
  /** The interval that holds the true rating with probability `level`, calibrated on held-out ratings. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly reasons: {
    /** The user's rated items closest to this one, closest first. */
    readonly closest: readonly {
      readonly item: number;
      readonly value: number;
      readonly similarity: number;
    }[];
    readonly itemMean: number | undefined;
    readonly itemCount: number;
    readonly userMean: number | undefined;
  };
}

/** Predicts what a user would rate items they have not rated, from the ratings they gave (fold-in, no retraining). */
export interface Rater {
  readonly name: string;
  rate(
    ratings: readonly GivenRating[],
    items: readonly number[],
    signal?: AbortSignal,
  ): Promise<readonly RatingPrediction[]>;
}
