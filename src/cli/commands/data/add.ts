import type { Command } from "commander";
import { CiceroneError } from "../../../../memory/errors.ts";
import type { Fetched } from "../../../downloads/fetch-dataset.ts";
import type { Download } from "../../../downloads/remote-file.ts";
import { canAsk, confirm } from "../../confirm.ts";
import { importLines } from "../../import-lines.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../../open.ts";
import { progressLine } from "../../progress-line.ts";
import { narrate, print, printJson, type Terminal } from "../../terminal.ts";

interface AddValues extends SharedValues {
  readonly acceptLicence?: boolean;
  readonly downloadOnly?: boolean;
  readonly keep: boolean;
}

export function addCommand(cli: Cli): Command {
  const command = newCommand("add", "fetch a dataset from its publisher, check it and import it", [
    { command: "cicerone data add ml-latest-small", purpose: "1 MB: 100,000 ratings of 9,700 films" },
    { command: "cicerone data add ml-32m --accept-licence", purpose: "without being asked" },
    {
      command: "cicerone data add amazon-2023-all-beauty --no-keep",
      purpose: "nothing of the download stays",
    },
  ]);
  return withShared(command, "json")
    .argument("<name>", "of a dataset that `data list` shows as to be fetched")
    .option("--accept-licence", "you have read the licence and accept it")
    .option("--download-only", "fetch and check, import nothing")
    .option("--keep", "keep what was fetched, so that it need not be fetched again", true)
    .option("--no-keep", "delete what was fetched once it is imported")
    .action((name: string, values: AddValues) => add(cli.terminal, name, values));
}

async function add(terminal: Terminal, name: string, values: AddValues): Promise<void> {
  const { findDownload } = await import("../../../downloads/find-download.ts");
  const { fetchDataset, tidyDownloads } = await import("../../../downloads/fetch-dataset.ts");
  const { addressOf } = await import("../../../downloads/address.ts");
  const home = homeOf(terminal, values);
  const { clock, interrupted: signal } = terminal;
  const { network } = terminal.config;
  const download = findDownload(name);
  for (const { url } of download.files) addressOf(url, network.mirror);
  await requireLicence(terminal, home, download, values);
  const progress = progressLine(terminal);
  const onBytes = (stage: string, done: number, total: number | undefined): void =>
    progress.show({ stage, fraction: total && Math.min(1, done / total), bytes: { done, total } });

  await fetchDataset(download, { home, network, clock, signal, onBytes }, async (fetched) => {
    progress.clear();
    if (values.downloadOnly === true) return tellFetched(terminal, fetched, values);
    const { prepareDataset } = await import("../../../prepare.ts");
    const prepared = await prepareDataset({
      dataset: name,
      from: fetched.from,
      home,
      clock,
      signal,
      onProgress: progress.show,
    }).finally(progress.clear);
    tidyDownloads(home, download, values.keep);
    if (values.json === true) return printJson(terminal, { fetched: fetched.files, ...prepared });
    for (const line of importLines(prepared.imported, prepared.fitted)) await print(terminal, line);
    narrate(terminal, `To talk about it: cicerone --data ${name}`);
  }).finally(progress.clear);
}

const WIDEST = 100;
const NARROWEST = 40;

async function tellFetched(terminal: Terminal, fetched: Fetched, { json }: AddValues): Promise<void> {
  if (json === true) return printJson(terminal, { from: fetched.from, fetched: fetched.files });
  for (const { name, bytes, sha256 } of fetched.files)
    await print(terminal, `${name}: ${bytes.toLocaleString("en")} bytes, sha256 ${sha256}`);
  narrate(
    terminal,
    `To import it: the same command without --download-only. The files are in ${fetched.from}`,
  );
}

/** Shows the licence and has it accepted, once for each dataset. Throws CiceroneError `usage-licence`, or `download-declined`. */
async function requireLicence(
  terminal: Terminal,
  home: string,
  { name, publisher, licence, size }: Download,
  values: AddValues,
): Promise<void> {
  const { acceptLicence, licenceAccepted } = await import("../../../downloads/accept-licence.ts");
  if (licenceAccepted(home, name)) return;
  const { wrapped } = await import("../../info/wrapped.ts");
  const width = Math.min(WIDEST, Math.max(NARROWEST, terminal.stderr.columns ?? 80));
  const told = [`${name}: ${size}, from ${publisher}.`, licence.text];
  for (const line of told.flatMap((one) => wrapped(one, width))) narrate(terminal, line);
  // An address that is broken cannot be followed.
  narrate(terminal, `The words that count: ${licence.url}`);
  if (values.acceptLicence !== true) {
    if (!canAsk(terminal) || values.json === true) {
      throw new CiceroneError("usage-licence", `The licence of ${name} has to be accepted first.`, {
        hint: `Read it at ${licence.url}; then: cicerone data add ${name} --accept-licence`,
      });
    }
    if (!(await confirm(terminal, "Do you accept it?"))) {
      throw new CiceroneError("download-declined", "Nothing was fetched: the licence was not accepted.");
    }
  }
  acceptLicence(home, name, new Date(terminal.clock()));
}
