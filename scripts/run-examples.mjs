// Builds the library and runs every program under examples/: each checks itself and exits 0 when what it shows is true.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "cicerone-examples-"));
const run = (...args) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CICERONE_HOME: home },
  });

let failed = run("scripts/build.mjs").status !== 0;
const programs = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".ts"));
for (const program of failed ? [] : programs) {
  console.log(`\n--- examples/${program}`);
  const { status } = run(join("examples", program));
  if (status !== 0) {
    console.error(`examples/${program} exited ${status}`);
    failed = true;
  }
}
rmSync(home, { recursive: true, force: true });
console.log(failed ? "examples: failed" : `examples: ${programs.length} ran and hold`);
process.exitCode = failed ? 1 : 0;
