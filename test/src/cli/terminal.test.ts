import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { narrate, narrateJson, print, printJson, type Terminal } from "../../../src/cli/terminal.ts";
import { readConfig } from "../../../src/config.ts";

const EVIL = "\u001b[31mred\u0007 \u001b]0;title\u0007\u009b2J\u202eend";

function terminal(): Terminal & { readonly stdout: PassThrough; readonly stderr: PassThrough } {
  return {
    stdin: new PassThrough(),
    stdout: new PassThrough({ encoding: "utf8" }),
    stderr: new PassThrough({ encoding: "utf8" }),
    config: readConfig({}, "linux", "/home/ada"),
    clock: () => 0,
    interrupted: new AbortController().signal,
  };
}

it("lets no control sequence out by any door, whoever wrote the text", async () => {
  const outside = terminal();
  await print(outside, EVIL);
  narrate(outside, EVIL);
  expect(outside.stdout.read()).toBe("red end\n");
  expect(outside.stderr.read()).toBe("red end\n");
  await printJson(outside, { EVIL });
  narrateJson(outside, { EVIL });
  for (const stream of [outside.stdout, outside.stderr]) {
    const line: string = stream.read();
    expect(line).toMatch(/^\P{Cc}+\n$/u);
    expect(JSON.parse(line)).toEqual({ EVIL });
  }
});
