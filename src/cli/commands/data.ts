import type { Command } from "commander";
import { newCommand } from "../new-command.ts";
import type { Cli } from "../open.ts";
import { addCommand } from "./data/add.ts";
import { checkCommand } from "./data/check.ts";
import { importCommand } from "./data/import.ts";
import { infoCommand } from "./data/info.ts";
import { initCommand } from "./data/init.ts";
import { listCommand } from "./data/list.ts";
import { updateCommand } from "./data/update.ts";

export function dataCommand(cli: Cli): Command {
  const command = newCommand("data", "datasets: list, add, init, check, import, update, info", [
    { command: "cicerone data list", purpose: "what is imported, what can be" },
    { command: "cicerone data add ml-latest-small", purpose: "fetch MovieLens and import it" },
    { command: "cicerone data import ml-1m --from DIR --text DIR", purpose: "MovieLens-1M with its texts" },
    { command: "cicerone data init books.csv ratings.csv", purpose: "a descriptor for tables of your own" },
    { command: "cicerone data import my.yaml", purpose: "a table of your own" },
  ]);
  return command
    .addCommand(listCommand(cli))
    .addCommand(addCommand(cli))
    .addCommand(initCommand(cli))
    .addCommand(checkCommand(cli))
    .addCommand(importCommand(cli))
    .addCommand(updateCommand(cli))
    .addCommand(infoCommand(cli));
}
