/**
 * The tokeniser of mteval-v13a.pl, as sacrebleu has it (Post 2018, "A Call for Clarity in Reporting BLEU Scores"): case stays, words are
 * parted at white space, ASCII punctuation stands alone; a full stop or comma between digits ("3.5") and a hyphen not after a digit
 * ("well-made") stay inside. Hyphenated line ends are joined, the four entities of HTML's mark-up are read.
 */
export function tokens13a(text: string): string[] {
  const line = unescaped(
    text.trimEnd().replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " "),
  );
  const parted = ` ${line} `
    .replace(/([{-~[-` -&(-+:-@/])/g, " $1 ")
    .replace(/([^0-9])([.,])/g, "$1 $2 ")
    .replace(/([.,])([^0-9])/g, " $1 $2")
    .replace(/([0-9])(-)/g, "$1 $2 ");
  return parted.split(/\p{White_Space}+/u).filter((token) => token !== "");
}

function unescaped(line: string): string {
  if (!line.includes("&")) return line;
  return line
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}
