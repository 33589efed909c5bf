/** What people call the list of what they want one day; a bare "my list" too, but "the list" is what is on the table. */
export const WATCHLIST =
  "(?:(?:my|the) (?:watch ?list|wish ?list|watching list|reading list|viewing list|to (?:watch|see|read|try) list|saved (?:list|ones))|my list)";

/** "from my watchlist", "on my list": only these. */
export const FROM_WATCHLIST = new RegExp(
  `(?<!\\b(?:nothing|not|none|anything but) )\\b(?:(?:from|on|off|in|of|through) ${WATCHLIST}|(?:that|something|anything|ones?) i (?:want|wanted|meant|saved|ve wanted) to (?:watch|see|read|try))(?= |$)`,
);
