/**
 * A line made for the eye as one for the ear: columns, bullets, dots, arrows and dashes between numbers become words, which a screen
 * reader says and does not spell out.
 */
export function aloud(line: string): string {
  return line
    .replace(/^(\s*)[-–•] /, "$1")
    .replace(/(\S) {2,}(?=\S)/g, "$1: ")
    .replaceAll(" · ", ", ")
    .replaceAll(" → ", ", then ")
    .replace(/(\d)–(?=\d)/g, "$1 to ")
    .replace(/<(?=\d)/g, "less than ")
    .replace(/, …/g, " and others");
}
