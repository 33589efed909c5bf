import type { Command } from "commander";
import { newCommand } from "../new-command.ts";
import type { Cli } from "../open.ts";
import { addCommand } from "./data/add.ts";
import { importCommand } from "./data/import.ts";
import { infoCommand } from "./data/info.ts";
import { listCommand } from "./data/list.ts";

export function dataCommand(cli: Cli): Command {
  const command = newCommand("data", "datasets: list, add, import, info", [
    { command: "cicerone data list", purpose: "what is imported, what can be" },
    { command: "cicerone data add ml-latest-small", purpose: "fetch MovieLens and import it" },
    { command: "cicerone data import ml-1m --from DIR --text DIR", purpose: "MovieLens-1M with its texts" },
    { command: "cicerone data import my.yaml", purpose: "a table of your own" },
  ]);
  return command
    .addCommand(listCommand(cli))
    .addCommand(addCommand(cli))
    .addCommand(importCommand(cli))
    .addCommand(infoCommand(cli));
}
