import type { Download } from "./remote-file.ts";

const PAGE = "https://github.com/zygmuntz/goodbooks-10k";

/** Neither size nor checksum is published: the archive's own CRCs are checked, and what was fetched first is remembered. */
export const GOODBOOKS: Download = {
  name: "goodbooks-10k",
  publisher: "Zygmunt Zając, FastML",
  page: PAGE,
  licence: {
    short: "CC BY-SA 4.0",
    text: [
      "goodbooks-10k is under the Creative Commons Attribution-ShareAlike 4.0 International licence.",
      "You may use, change and pass on the data, also commercially, as long as you name its source and pass on what you make of it under the same licence.",
      `Name Zygmunt Zając, goodbooks-10k, 2017, ${PAGE}.`,
      "There is no warranty of any kind.",
    ].join(" "),
    url: "https://creativecommons.org/licenses/by-sa/4.0/",
  },
  size: "6.0 million ratings",
  files: [
    {
      name: "goodbooks-10k.zip",
      url: `${PAGE}/releases/download/v1.0/goodbooks-10k.zip`,
      content: {
        kind: "zip",
        members: ["books.csv", "ratings.csv", "tags.csv", "book_tags.csv"],
        unpacked: 92_000_000,
      },
    },
  ],
};
