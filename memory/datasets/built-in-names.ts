/** The datasets that have a name of their own, demo first. Apart from what they are made of: opening one needs only its name. */
export const BUILT_IN_NAMES: readonly string[] = ["demo", "ml-100k", "ml-1m", "amazon-beauty"];
