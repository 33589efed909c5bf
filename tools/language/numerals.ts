/** Roman numerals and number words as the digits they are. "i" and "v" are words, "x" a title. */
export const NUMERALS: Readonly<Record<string, string>> = {
  ...{ ii: "2", iii: "3", iv: "4", vi: "6", vii: "7", viii: "8", ix: "9" },
  ...Object.fromEntries(
    "one two three four five six seven eight nine ten eleven twelve thirteen"
      .split(" ")
      .map((word, place) => [word, String(place + 1)]),
  ),
};
