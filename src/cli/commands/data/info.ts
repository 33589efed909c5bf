import type { Command } from "commander";
import type { Manifest } from "../../../../memory/store/manifest.ts";
import { sanitiseLine } from "../../../sanitise.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../../open.ts";
import { print, printJson } from "../../terminal.ts";

export function infoCommand(cli: Cli): Command {
  const command = newCommand("info", "where an imported dataset came from and what is in it", [
    { command: "cicerone data info ml-1m", purpose: "as lines" },
  ]);
  return withShared(command, "json")
    .argument("<name>", "of an imported dataset")
    .action(async (name: string, values: SharedValues) => {
      const { openDataset } = await import("../../../../memory/datasets/open-dataset.ts");
      const { manifest, catalogue } = openDataset(homeOf(cli.terminal, values), name);
      const facets = catalogue.facets.map((facet) => ({ name: facet.name, kind: facet.kind }));
      catalogue.close();
      if (values.json === true) return printJson(cli.terminal, { ...manifest, facets });
      for (const line of manifestLines(manifest)) await print(cli.terminal, line);
      await print(
        cli.terminal,
        `facets: ${facets.map((facet) => `${facet.name} (${facet.kind})`).join(", ")}`,
      );
    });
}

function manifestLines(manifest: Manifest): string[] {
  const { counts, sources } = manifest;
  return [
    `${manifest.name}: ${sanitiseLine(manifest.about)}`,
    `${counts.items} items, ${counts.users} users, ${counts.interactions} interactions${manifest.simulated ? " (simulated)" : ""}`,
    ...(manifest.licence === undefined ? [] : [`licence: ${sanitiseLine(manifest.licence)}`]),
    `imported: ${manifest.created}`,
    ...sources.map(
      ({ file, bytes, sha256 }) => `from ${sanitiseLine(file)}: ${bytes} bytes, sha256 ${sha256}`,
    ),
    ...(manifest.seed === undefined ? [] : [`seed: ${manifest.seed}`]),
  ];
}
