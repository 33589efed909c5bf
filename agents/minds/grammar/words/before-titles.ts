/** Words after which a title is due, whatever it looks like. */
export const DUE = new Set(
  `gave give given giving rated like liked love loved hate hated enjoy enjoyed adore adored disliked seen saw watch watched rewatched finished than versus vs
  compare directed wrote made better best between think thought rate rated called titled named why reject skip prefer preferred favourite favorite favourites`.split(
    /\s+/,
  ),
);

/** Words after which a title may be due, unless the words mean something else as well. */
export const LOOSELY_DUE = new Set(
  "recommend recommended suggest try maybe probably also especially including mean meant remember forget watch rewatch watching rewatching seeing see recommending into".split(
    " ",
  ),
);

/** Words after which a title is due in a question. */
export const DUE_IN_QUESTION = new Set(
  "is was are in of about for with and or does did how not to".split(" "),
);
