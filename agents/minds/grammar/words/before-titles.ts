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

/** Questions that end where the title they ask about begins. */
export const ASKED_OF =
  /(?:^| )(?:who (?:directed|wrote|made|is in|was in|starred in|stars in)|how (?:long|old) is|when was|what year (?:is|was)|would i (?:like|enjoy|love)|will i (?:like|enjoy|love))$/;

/** Words after which only a title can stand, though it be "up" or "big". */
export const TAKES_TITLE =
  /(?:^| )(?:loved|liked|hated|seen|enjoyed|watched|stars for|something like|films like|similar to)$/;
