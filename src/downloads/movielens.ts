import type { Download, Licence } from "./remote-file.ts";

const FILES = "https://files.grouplens.org/datasets/movielens";

interface Release {
  readonly name: string;
  readonly readme: string;
  readonly page: string;
  readonly bytes: number;
  /** Absent: this release is made anew from time to time, and its MD5 with it. */
  readonly md5?: string;
  readonly members: readonly string[];
  readonly unpacked: number;
  readonly passingOn: "never" | "same terms";
}

const CSV = ["movies.csv", "ratings.csv", "tags.csv", "links.csv"];

/** Sizes and MD5 as GroupLens publishes them beside the files. */
const RELEASES: readonly Release[] = [
  {
    name: "ml-latest-small",
    readme: "ml-latest-small-README.html",
    page: "https://grouplens.org/datasets/movielens/latest/",
    bytes: 978_202,
    members: CSV,
    unpacked: 3_300_000,
    passingOn: "same terms",
  },
  {
    name: "ml-100k",
    readme: "ml-100k-README.txt",
    page: "https://grouplens.org/datasets/movielens/100k/",
    bytes: 4_924_029,
    md5: "0e33842e24a9c977be4e0107933c0723",
    members: ["u.data", "u.item"],
    unpacked: 2_220_000,
    passingOn: "never",
  },
  {
    name: "ml-1m",
    readme: "ml-1m-README.txt",
    page: "https://grouplens.org/datasets/movielens/1m/",
    bytes: 5_917_549,
    md5: "c4d9eecfca2ab87c1945afe126590906",
    members: ["movies.dat", "ratings.dat"],
    unpacked: 24_800_000,
    passingOn: "never",
  },
  {
    name: "ml-25m",
    readme: "ml-25m-README.html",
    page: "https://grouplens.org/datasets/movielens/25m/",
    bytes: 261_978_986,
    md5: "6b51fb2759a8657d3bfcbfc42b592ada",
    members: CSV,
    unpacked: 730_000_000,
    passingOn: "same terms",
  },
  {
    name: "ml-32m",
    readme: "ml-32m-README.html",
    page: "https://grouplens.org/datasets/movielens/32m/",
    bytes: 238_950_008,
    md5: "d472be332d4daa821edc399621853b57",
    members: CSV,
    unpacked: 960_000_000,
    passingOn: "same terms",
  },
];

export const MOVIELENS: readonly Download[] = RELEASES.map((release) => {
  const { name, bytes, md5, members, unpacked } = release;
  const url = `${FILES}/${name}.zip`;
  return {
    name,
    publisher: "GroupLens, University of Minnesota",
    page: release.page,
    licence: licenceOf(release),
    size: `${Math.ceil(bytes / 1e6)} MB`,
    files: [
      {
        name: `${name}.zip`,
        url,
        bytes: { count: bytes, exact: md5 !== undefined },
        ...(md5 === undefined ? { md5Url: `${url}.md5` } : { md5 }),
        content: { kind: "zip", members: members.map((member) => `${name}/${member}`), unpacked },
      },
    ],
  };
});

function licenceOf({ readme, passingOn }: Release): Licence {
  const sharing =
    passingOn === "never"
      ? "You may not pass the data on without separate permission."
      : "You may pass the data on only under these same terms.";
  return {
    short:
      passingOn === "never" ? "research; not to be passed on" : "research; passed on under the same terms",
    text: [
      "GroupLens lets you use MovieLens for research.",
      "You may not use it for commercial or revenue-bearing purposes without permission from GroupLens.",
      sharing,
      "You may not suggest that the University of Minnesota or GroupLens endorses you.",
      "Publications cite Harper & Konstan 2015, https://doi.org/10.1145/2827872.",
      "There is no warranty of any kind.",
    ].join(" "),
    url: `${FILES}/${readme}`,
  };
}
