/** Words before which a place on the list may stand: "compare 1 and 3", "hated 2". */
export const BEFORE_PLACE = new Set(
  "compare but except and or than like liked hated hate loved love seen watched saw enjoyed about is was why not with vs versus for of in directed rate remove swap drop skip more does did are read tried replace".split(
    " ",
  ),
);

/** Words that may follow a place on the list: "the second is …". */
export const AFTER_PLACE = new Set(
  `and or is was were but with vs versus on in about please again instead too one ones are not have has by for without from if made
  come so than then looks sounds seems as already to directed a it who what when though yesterday twice any worth good better longer shorter newer older like more less really very so
  great boring terrible awful bad yet tonight at over set most compare differs vs suitable the seems any also just still ever wins differ different soon later tomorrow next sometime`.split(
    /\s+/,
  ),
);
