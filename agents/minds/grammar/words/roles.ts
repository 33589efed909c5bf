/** What people do for an item, as verbs and as words for who does it → the names that facets of such people have. */
export const ROLES: readonly (readonly [verbs: RegExp, facets: RegExp])[] = [
  [/^direct/, /direct/],
  [/^(?:writ|wrote|author|pen)/, /writ|author/],
  [/^(?:star|act|play|appear|in$|been|be$|is$|was$|featur|with$|do$|done$)/, /cast|star|actor|perform/],
  [/^(?:mak|made|do|done|did|creat|by$|from$|have|has)/, /direct|author|creat|artist|maker|brand/],
];

/** Little words that lead up to people → the names that facets of those people have, for catalogues whose aliases leave them out. */
export const LEADING: readonly (readonly [words: RegExp, facets: RegExp])[] = [
  [/^by$/, /direct|author|writ|creat|artist|brand|maker|publisher|composer/],
  [/^(?:with|without|starring|featuring|stars)$/, /cast|star|actor|perform|character/],
];

/** Words that lead up to who is in an item. */
export const WITH = "with|starring|featuring";

/** What "in the …" goes on with where somebody is on screen: "in the lead", "in the title role". */
export const LEAD = /^(?:lead|leading|main|title|starring|role|roles)$/;

/** Participles that lead up to who made it, or when and where. */
export const MADE = "directed|written|starring|featuring|released|made|set";

/** Words for what somebody did for an item, by whichever form. */
export const WORKED =
  /^(?:direct(?:ed|s)?|wrote|writes?|written|made|makes?|acts?|acted|stars?|starred|plays?|played|appears?|appeared|penned|authored|do|done|in)$/;

/** Those of them that need a helping verb before the name: "did she direct". */
export const BARE = /^(?:in|do|done|make|write|star|act|play|direct|appear|stars|plays|acts)$/;

/** Questions that name a kind of facet where no alias does → the names such facets have. */
export const ASKED: readonly (readonly [question: RegExp, facets: RegExp])[] = [
  [/\bhow many (?:people|others|viewers|readers|users|ratings|reviews|votes|times)\b/, /^popularity$/],
  [
    /\b(?:how (?:well|highly|good)|what (?:rating|score)|how (?:is|was) ITEM (?:rated|received|reviewed))\b/,
    /^rating$/,
  ],
  [/\b(?:how long|how much time|how many hours|what length)\b/, /runtime|length|duration|pages/],
  [/\bhow (?:much|expensive|cheap)\b/, /price|cost/],
  [/\b(?:when|whens|what year|which year|how old)\b/, /year|date|released/],
  [/\bwho (?:else |all )?(?:directed|directs|made)\b/, /direct/],
  [
    /\b(?:who (?:(?:else|all) )?(?:is|was|are|were|stars?|starred|acts?|acted|plays?|played|appears?|appeared|features?|featured|performs?|performed)|whos|actors?|actress|star|stars|starring)\b/,
    /cast|star|actor/,
  ],
  [/\b(?:who (?:else |all )?(?:wrote|writes|penned)|author|written by)\b/, /author|writ/],
  [/\b(?:where|wheres|what country|which country)\b/, /countr|origin|place/],
  [/\b(?:what|which) language\b|\bwhat do (?:they|people|ITEM) speak\b/, /languag/],
  [/\b(?:who makes|what brand|which brand)\b/, /brand|maker/],
  [/\b(?:genre|what kind|what sort|what type)\b/, /genre|categor|type/],
];

/** What leads up to the item in a question about who did something for it: "who plays in …". */
export const DOING =
  /^(?:(?:else|all|is|was|are|were|does|did|do|has|have|had|,) )*(?:(?:stars?|starred|acts?|acted|plays?|played|appears?|appeared|features?|featured|performs?|performed|directs?|directed|wrote|writes|made|makes|takes?|lasts?|runs?|got)(?: |$))?(?:(?:in|by|for|of|with)(?: |$))?/;

/** Words that may stand right before the title that a question of this kind is about. */
export const BEFORE_ASKED =
  /^(?:is|was|are|were|has|have|had|does|did|do|in|of|for|from|directed|directs|wrote|writes|made|makes|stars|takes|take|lasts|last|runs|run|wheres|whens|whos|whats|the)$/;

/** Words that may follow such a title. */
export const AFTER_ASKED =
  /^(?:|got|get|have|has|from|in|made|released|run|last|take|come|came|made|rated|shot|filmed|set|set in|written|directed|out|and|please|by|again|anyway|about)$/;
