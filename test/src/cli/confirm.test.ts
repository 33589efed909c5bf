import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { canAsk, confirm } from "../../../src/cli/confirm.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { readConfig } from "../../../src/config.ts";

function terminal(
  interrupted = new AbortController().signal,
): Terminal & { readonly stdin: PassThrough; readonly stderr: PassThrough } {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const config = readConfig({}, "linux", "/home/ada");
  return { stdin, stdout, stderr, config, clock: () => 0, interrupted };
}

describe("a question on the terminal", () => {
  it.each([
    ["y", true],
    ["Yes", true],
    ["", false],
    ["n", false],
    ["yesterday", false],
  ])("takes %j for %s", async (answer, meant) => {
    const here = terminal();
    here.stdin.write(`${answer}\n`);
    expect(await confirm(here, "Do you accept it?")).toBe(meant);
    expect(String(here.stderr.read())).toBe("Do you accept it? (y/N) ");
  });

  it("takes the end of the input for a no, and an interruption for neither", async () => {
    const ended = terminal();
    ended.stdin.end();
    expect(await confirm(ended, "Well?")).toBe(false);
    const stop = new AbortController();
    const asking = confirm(terminal(stop.signal), "Well?");
    stop.abort();
    await expect(asking).rejects.toMatchObject({ name: "AbortError" });
  });

  it("is asked only where somebody can answer", () => {
    expect(canAsk(terminal())).toBe(false);
  });
});
