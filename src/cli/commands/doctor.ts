import type { Command } from "commander";
import { CiceroneError } from "../../../memory/errors.ts";
import { sanitiseLine } from "../../sanitise.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../open.ts";
import { print, printJson } from "../terminal.ts";

export function doctorCommand(cli: Cli): Command {
  const command = newCommand("doctor", "what is here, what is missing, what to do", [
    { command: "cicerone doctor", purpose: "look at everything" },
    { command: "cicerone doctor --json", purpose: "for a program, or a bug report" },
  ]);
  return withShared(command, "json").action((values: SharedValues) => doctor(cli, values));
}

async function doctor(cli: Cli, values: SharedValues): Promise<void> {
  const { terminal } = cli;
  const { checkDatasets, checkDevices, checkHome, checkNatives, checkNode } = await import("../checks.ts");
  const { checkFiles } = await import("../file-checks.ts");
  const home = homeOf(terminal, values);
  const checks = [
    checkNode(process.versions.node),
    ...(await checkNatives()),
    ...(await checkDevices()),
    ...(await checkHome(home)),
    ...(await checkFiles(home)),
    ...(await checkDatasets(home)),
  ];
  const missing = checks.filter((check) => check.state === "missing");
  if (values.json === true) {
    await printJson(terminal, {
      healthy: missing.length === 0,
      platform: `${process.platform}-${process.arch}`,
      checks,
    });
  } else {
    for (const { name, state, found, advice } of checks) {
      await print(terminal, `${state.padEnd(8)}${name}: ${sanitiseLine(found)}`);
      if (advice !== undefined) await print(terminal, `        ${sanitiseLine(advice)}`);
    }
  }
  if (missing.length > 0) {
    throw new CiceroneError(
      "unhealthy",
      `Missing or damaged: ${missing.map((check) => check.name).join(", ")}.`,
    );
  }
}
