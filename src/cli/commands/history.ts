import type { Command } from "commander";
import { newCommand } from "../new-command.ts";
import type { Cli } from "../open.ts";
import { historyImportCommand } from "./history/import.ts";
import { historyListCommand } from "./history/list.ts";
import { historyShowCommand } from "./history/show.ts";
import { historyUndoCommand } from "./history/undo.ts";

export function historyCommand(cli: Cli): Command {
  return newCommand("history", "what you watched and rated elsewhere: import, list, show, undo", [
    { command: "cicerone history import letterboxd.zip --user ada", purpose: "a whole export at once" },
    { command: "cicerone history import ratings.csv watchlist.csv --user ada", purpose: "files of IMDb" },
    { command: "cicerone history undo --user ada", purpose: "take the last import back" },
  ])
    .addCommand(historyImportCommand(cli))
    .addCommand(historyListCommand(cli))
    .addCommand(historyShowCommand(cli))
    .addCommand(historyUndoCommand(cli));
}
