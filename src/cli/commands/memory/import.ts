import type { Command } from "commander";
import type { UserId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { AddedMemories, ArchivedDataset } from "../../../../memory/users/full-archive.ts";
import type { UserStore } from "../../../../memory/users/user-store.ts";
import type { Unmatched } from "../../../history/unmatched.ts";
import { counted } from "../../history-lines.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, type SharedValues, userOf, withMemory } from "../../open.ts";
import { readJson } from "../../read-json.ts";
import { narrate, printJson } from "../../terminal.ts";

interface ImportValues extends SharedValues {
  readonly unmatched?: string;
}

export function memoryImportCommand(cli: Cli): Command {
  const command = newCommand("import", "add an exported memory to a user's; twice changes nothing more", [
    { command: "cicerone memory import ada.json --user ada", purpose: "from a file" },
    { command: "cicerone memory import ada.json --data ml-32m", purpose: "into another dataset" },
    { command: "cicerone memory import - --user ada < ada.json", purpose: "from stdin" },
  ]);
  return withShared(command, "data", "user", "json")
    .argument("<file>", "what `cicerone memory export` wrote; - reads stdin")
    .option("--unmatched <file>", "with --data: where rows go that no item was found for")
    .action((file: string, values: ImportValues, called: Command) =>
      withMemory(cli, values, async ({ users, catalogue }) => {
        const { terminal } = cli;
        const { parsedArchive } = await import("../../../../memory/users/full-archive.ts");
        const { keepUnmatched } = await import("../../../history/unmatched-file.ts");
        const archive = parsedArchive(await readJson(terminal, file));
        // Without --data everything goes where it was; with it, everything goes there.
        const into = called.getOptionValueSource("data") === "cli" ? catalogue : undefined;
        const plans = await Promise.all(
          archive.datasets.map((archived) => planOf(archived, into, terminal.interrupted)),
        );
        const unmatched = plans.flatMap((plan) => plan.unmatched);
        const inputs = [file === "-" ? "history" : file];
        const unmatchedFile = keepUnmatched(unmatched, catalogue, { inputs, chosen: values.unmatched });
        const added = await addAll(users, await userOf(values), plans);
        const left = plans.reduce((sum, plan) => sum + plan.left, 0);
        if (values.json === true) {
          const [only] = added;
          const one = added.length === 1 ? only : {};
          const lost = unmatchedFile === undefined ? {} : { unmatched: unmatched.length, unmatchedFile };
          return printJson(terminal, { user: values.user, ...one, datasets: added, ...lost, left });
        }
        for (const one of added) narrate(terminal, addedText(one));
        if (unmatchedFile !== undefined) {
          narrate(terminal, `${counted(unmatched.length, "row")} found no item; correct them, then:`);
          narrate(
            terminal,
            `  cicerone history import ${unmatchedFile} --user ${values.user} --data ${catalogue.name}`,
          );
        }
        if (left > 0)
          narrate(terminal, `${counted(left, "thing")} mean nothing in ${catalogue.name} and stay behind.`);
        const elsewhere = added.filter(({ dataset }) => dataset !== catalogue.name);
        for (const { dataset } of elsewhere) narrate(terminal, `To see them: --data ${dataset}`);
      }),
    );
}

interface Plan {
  readonly add: Pick<ArchivedDataset, "dataset" | "facts" | "events" | "notes">;
  readonly unmatched: readonly Unmatched[];
  readonly left: number;
}

async function planOf(
  archived: ArchivedDataset,
  into: Catalogue | undefined,
  signal: AbortSignal,
): Promise<Plan> {
  if (into === undefined || into.name === archived.dataset) return { add: archived, unmatched: [], left: 0 };
  const { moveArchive } = await import("../../../history/move-archive.ts");
  const { moved, unmatched, left } = moveArchive(archived, into, signal);
  return { add: moved, unmatched, left };
}

async function addAll(users: UserStore, user: UserId, plans: readonly Plan[]): Promise<AddedMemories[]> {
  const { addArchived } = await import("../../../../memory/users/full-archive.ts");
  // An archive of several datasets comes in whole or not at all.
  return users.together(() => plans.map(({ add }) => addArchived(users, user, add)));
}

function addedText({ dataset, facts, events, notes }: AddedMemories): string {
  const more = notes === 0 ? "" : ` and ${counted(notes, "note")}`;
  return `Added ${counted(facts, "fact")} and ${counted(events, "event")}${more} about ${dataset}.`;
}
