import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const pages = [readme, readFileSync(join(root, "docs/evaluation.md"), "utf8")];

/** Each snippet stands between `<!-- snippet: FILE -->` and `<!-- /snippet -->`, and is the file's region, word for word: that file runs in CI. */
const snippets = pages.flatMap((page) => [
  ...page.matchAll(/<!-- snippet: (\S+) -->\n```ts\n(.*?)```\n<!-- \/snippet -->/gs),
]);

it("shows code that is compiled and run", () => {
  expect(snippets.length).toBeGreaterThan(0);
  for (const [, file = "", shown] of snippets) {
    const source = readFileSync(join(root, file), "utf8");
    const region = /\/\/ #region snippet\n(.*?)\/\/ #endregion/s.exec(source)?.[1];
    expect(shown, `a page shows another text than ${file}`).toBe(region);
  }
});

it("names only commands and files that exist", async () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const used = [...readme.matchAll(/npm (start|test|run ([a-z:]+))/g)].map(
    (match) => match[2] ?? match[1] ?? "",
  );
  expect(used.filter((name) => !(name in scripts))).toEqual([]);
  const linked = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1] ?? "");
  for (const file of linked) expect(() => readFileSync(join(root, file)), file).not.toThrow(/ENOENT/);
});
