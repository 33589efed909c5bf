import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CiceroneError } from "../../../memory/errors.ts";

/**
 * The files of the turns protocol, in one folder: dialogues to learn from and to measure on (Li et al. 2018), which of their turns He et al.
 * (CIKM 2023) measure, and what their numbers stand for.
 */
export const REDIAL_FILES = {
  training: "ievalm_valid_data.jsonl",
  dialogues: "test_data.jsonl",
  turns: "cikm23_test.jsonl",
  entities: "cikm23_entity2id.json",
  films: "ievalm_id2info.json",
} as const;

const Dialogue = z.object({
  conversationId: z.coerce.string(),
  initiatorWorkerId: z.number(),
  /** Title, mostly with its year, by ReDial's number of the film. An empty list where there is none; null where a title was lost. */
  movieMentions: z.union([
    z.record(z.string(), z.string().nullable()),
    z.array(z.never()).transform((): Record<string, string | null> => ({})),
  ]),
  messages: z.array(
    z.object({
      senderWorkerId: z.number(),
      /** Films stand in it as "@123". */
      text: z.string(),
      /** Absent in iEvaLM's copies. */
      messageId: z.number().optional(),
    }),
  ),
});
/** Two people: the initiator seeks something to watch, the other recommends. */
export type RedialDialogue = z.output<typeof Dialogue>;

const Turn = z.object({
  dialog_id: z.string(),
  /** The message that ends it. */
  turn_id: z.number(),
  rec: z.array(z.number()),
  prev_entity: z.array(z.number()),
});
export type RedialTurn = z.output<typeof Turn>;

export interface RedialFolder {
  readonly training: readonly RedialDialogue[];
  readonly dialogues: readonly RedialDialogue[];
  readonly turns: readonly RedialTurn[];
  /** DBpedia address by number. */
  readonly entities: ReadonlyMap<number, string>;
  /** IMDb number by ReDial's number of the film. */
  readonly imdb: ReadonlyMap<string, string>;
  /** SHA-256 of the files' own, in the order of `REDIAL_FILES`. */
  readonly checksum: string;
}

/** Throws CiceroneError `unreadable-file`, naming the file. */
export async function readRedial(folder: string): Promise<RedialFolder> {
  const [training, dialogues, turns, entities, films] = await Promise.all([
    readLines(folder, REDIAL_FILES.training, Dialogue),
    readLines(folder, REDIAL_FILES.dialogues, Dialogue),
    readLines(folder, REDIAL_FILES.turns, Turn),
    readJson(folder, REDIAL_FILES.entities, z.record(z.string(), z.number())),
    readJson(folder, REDIAL_FILES.films, z.record(z.string(), z.object({ imdb_id: z.string().optional() }))),
  ]);
  return {
    training,
    dialogues,
    turns,
    entities: new Map(Object.entries(entities).map(([address, number]) => [number, address])),
    imdb: new Map(
      Object.entries(films).flatMap(([id, film]) => (film.imdb_id === undefined ? [] : [[id, film.imdb_id]])),
    ),
    checksum: await checksumOf(folder),
  };
}

async function checksumOf(folder: string): Promise<string> {
  const whole = createHash("sha256");
  for (const file of Object.values(REDIAL_FILES)) {
    whole.update(
      createHash("sha256")
        .update(await read(folder, file))
        .digest(),
    );
  }
  return whole.digest("hex");
}

async function readLines<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const text = await read(folder, file);
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line, place) => parsed(line, schema, `${join(folder, file)}, line ${place + 1}`));
}

async function readJson<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return parsed(await read(folder, file), schema, join(folder, file));
}

async function read(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), "utf8");
  } catch (cause) {
    throw new CiceroneError("unreadable-file", `${join(folder, file)} cannot be read.`, {
      hint: `The turns of ReDial are measured on the files ${Object.values(REDIAL_FILES).join(", ")} of one folder.`,
      cause,
    });
  }
}

function parsed<Schema extends z.ZodType>(text: string, schema: Schema, where: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CiceroneError("unreadable-file", `${where} is not what it should be.`, {
      hint: "It may be cut short, or another file of that name.",
      cause,
    });
  }
}
