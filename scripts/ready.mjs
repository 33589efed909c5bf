// Makes the checkout ready to run: installs what package-lock.json pins, and with --build bundles dist/ when sources are newer.
// Runs before anything is installed, under whatever Node the machine has (20 or newer): no dependency, no TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const windows = process.platform === "win32";
const SOURCES = ["memory", "tools", "agents", "src", "scripts", "package.json", "tsconfig.json"];

if (installIsStale()) {
  say("installing packages (once; about half a minute)…");
  run(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    failure:
      "npm ci failed, so there is nothing to run. It needs the package registry and a C++ compiler (for hnswlib-node).",
    shell: windows,
  });
}
if (process.argv.includes("--build") && buildIsStale()) {
  // The project's own Node: the machine's may be older than what the build and the bundle are made for.
  run(projectNode(), [join(root, "scripts", "build.mjs")], {
    failure: "The build failed; what is above says where.",
  });
}

function installIsStale() {
  const installed = modified(join(root, "node_modules", ".package-lock.json"));
  return installed === undefined || installed < (modified(join(root, "package-lock.json")) ?? 0);
}

function buildIsStale() {
  const built = modified(join(root, "dist", "cli.js"));
  return built === undefined || SOURCES.some((source) => newest(join(root, source)) > built);
}

function projectNode() {
  const own = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
  const linked = join(root, "node_modules", ".bin", "node");
  return [own, linked].find((path) => existsSync(path)) ?? process.execPath;
}

/** The latest change of a file, or of anything below a folder. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function run(command, args, { failure, shell = false }) {
  // What they print is narration: our stdout belongs to the program that starts next.
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], shell });
  if (status === 0) return;
  say(error === undefined ? failure : `${failure} (${error.message})`);
  process.exit(status || 1);
}

function say(line) {
  process.stderr.write(`cicerone: ${line}\n`);
}
