/** A number out of somebody's paper or repository: it stands beside ours, and was not run here. */
export interface PublishedRow {
  readonly system: string;
  readonly metrics: Readonly<Record<string, number>>;
  /** Where it was read. */
  readonly source: string;
  /** In what the protocol differs from the one reported here. */
  readonly differences: string;
}
