// Writes docs/dialogue.schema.json from the schema that dialogues are read with. A test says when it is stale.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Dialogue } from "../src/dialogues/dialogue.ts";

const path = fileURLToPath(new URL("../docs/dialogue.schema.json", import.meta.url));
writeFileSync(path, JSON.stringify(z.toJSONSchema(Dialogue, { io: "input" }), null, 2));
const { status } = spawnSync("biome", ["format", "--write", path], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
