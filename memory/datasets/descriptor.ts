import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { CiceroneError } from "../errors.ts";
import { FacetDeclaration, Noun } from "../items/facet.ts";
import { Scheme } from "../items/identifiers.ts";
import { CatalogueLexicon, TEXT } from "../items/lexicon.ts";
import { nearest } from "../nearest.ts";

const word = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, "a table name is lower-case letters, digits and underscores");
const fileName = z
  .string()
  .min(1)
  .refine((name) => !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|[*?[]/i.test(name), {
    error: "a file is named inside the descriptor's folder, without '..', wildcards or an absolute path",
  });

/** A file that the two queries read as a table. A plain string is short for `{ file: … }`. */
export const SourceFile = z.preprocess(
  (given) => (typeof given === "string" ? { file: given } : given),
  z
    .strictObject({
      /** Its name, or several of which the first that exists is read. */
      file: z.union([fileName.transform((name) => [name]), z.array(fileName).min(1)]),
      /** `data`: the folder given by --from; `text`: the folder given by --text. */
      folder: z.enum(["data", "text"]).default("data"),
      /** An absent optional file is an empty table with these `columns`. */
      optional: z.boolean().default(false),
      /**
       * Default: by the name's ending, `.gz` left aside; `.dat`, `.txt` and unknown endings are read as separated values.
       * `jsonl`: one JSON object a line. JSON with declared `columns` gives those, as text; else what is found in it.
       */
      format: z.enum(["csv", "json", "jsonl", "parquet"]).optional(),
      /** One to four characters; default a comma, a tab for `.tsv`. */
      separator: z.string().min(1).max(4).optional(),
      /** Whether the first line names the columns; default: yes unless `columns` does. */
      header: z.boolean().optional(),
      columns: z.array(z.string().min(1)).min(1).optional(),
      encoding: z.enum(["utf-8", "latin-1", "utf-16"]).default("utf-8"),
      /** The quoting character; "" for none. Default: a double quote, none where the separator is longer than a character. */
      quote: z.string().max(1).optional(),
    })
    .refine((file) => !file.optional || file.columns !== undefined, {
      error: "an optional file declares its columns",
      path: ["columns"],
    }),
);
export type SourceFile = z.infer<typeof SourceFile>;

const headShape = {
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "a dataset's name is lower-case letters, digits and hyphens"),
  noun: Noun.default({ one: "item", many: "items", verb: "try", past: "tried", aliases: [] }),
  about: z.string().default(""),
  licence: z.string().optional(),
  /** Whether the interactions were made by a program rather than by people. */
  simulated: z.boolean().default(false),
  /** The scale of `value`; rows outside it are rejected. Absent: the interactions carry no ratings. */
  scale: z
    .strictObject({ min: z.number(), max: z.number() })
    .refine((scale) => scale.min < scale.max, { error: "min is below max" })
    .optional(),
  /** Rating from which an interaction counts as a like; absent: every interaction does. */
  positiveFrom: z.number().optional(),
  /** What `at` counts: seconds since the epoch, or the position in the user's own sequence. */
  time: z.enum(["clock", "position"]).default("clock"),
  facets: z
    .array(FacetDeclaration)
    .default([])
    .refine((facets) => new Set(facets.map((facet) => facet.name)).size === facets.length, {
      error: "facet names are unique",
    })
    .refine((facets) => facets.every((facet) => !["id", "title", "text"].includes(facet.name)), {
      error: "id, title and text are columns of every item, not facets",
    }),
  /** Columns that hold what other catalogues call the item, named as those: imdb, tmdb, isbn, goodreads, trakt, asin. */
  identifiers: z
    .array(Scheme)
    .default([])
    .refine((schemes) => new Set(schemes).size === schemes.length, { error: "identifiers are unique" })
    .refine((schemes) => schemes.every((scheme) => !["id", "title", "text"].includes(scheme)), {
      error: "id, title and text are the dataset's own columns, not identifiers elsewhere",
    }),
  /** Phrases and what they stand for here: "page-turner": { tag: [fast-paced, suspenseful], text: gripping }. */
  lexicon: CatalogueLexicon.default({}),
};

/** What a dataset is, apart from where its rows come from. */
export const DatasetHead = z.strictObject(headShape).superRefine(checkLexicon);
export type DatasetHead = z.infer<typeof DatasetHead>;

/** A phrase that stands for values of a facet that is not declared would stand for nothing. */
function checkLexicon(head: z.infer<z.ZodObject<typeof headShape>>, context: z.RefinementCtx): void {
  const names = head.facets.map(({ name }) => name);
  for (const [phrase, entry] of Object.entries(head.lexicon)) {
    for (const facet of Object.keys(entry)) {
      if (facet === TEXT || names.includes(facet)) continue;
      const close = nearest(facet, names);
      const hint = close === undefined ? `there are ${names.join(", ")}` : `did you mean ${close}?`;
      context.addIssue({
        code: "custom",
        path: ["lexicon", phrase],
        message: `there is no facet "${facet}"; ${hint}`,
      });
    }
  }
}

/**
 * A dataset as two SQL queries and a facet list. `items` gives id, title, text if there is prose, and one column for
 * each facet and each of `identifiers`, named as it ("also-known-as" must be quoted); `interactions` gives user, item, and where known
 * value, at, review, and headline: what its author put over the review. Both read the tables that `files` names, in DuckDB's SQL.
 */
export const Descriptor = z
  .strictObject({
    ...headShape,
    files: z.record(word, SourceFile).refine((files) => Object.keys(files).length > 0, {
      error: "at least one file",
    }),
    items: z.string().min(1),
    interactions: z.string().min(1).optional(),
  })
  .superRefine(checkLexicon);
export type Descriptor = z.infer<typeof Descriptor>;
export type DescriptorInput = z.input<typeof Descriptor>;

/** Reads a YAML descriptor. Throws CiceroneError `no-descriptor` or `bad-descriptor`, with the path of what is wrong. */
export function readDescriptor(path: string): Descriptor {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new CiceroneError("no-descriptor", `The descriptor ${path} cannot be read.`, {
      hint: "Name a .yaml file, or one of the built-in datasets (cicerone data list).",
      cause,
    });
  }
  return parseDescriptor(text, basename(path));
}

/** As `readDescriptor`, from YAML text; `origin` names it in errors. */
export function parseDescriptor(text: string, origin: string): Descriptor {
  let document: unknown;
  try {
    document = parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CiceroneError("bad-descriptor", `${origin} is not YAML: ${reason}`, {
      hint: "Check the indentation, and put SQL under a '|' line.",
      cause,
    });
  }
  const descriptor = Descriptor.safeParse(document);
  if (descriptor.success) return descriptor.data;
  const problems = descriptor.error.issues.map(
    (issue) => `${issue.path.join(".") || "top"}: ${messageOf(issue)}`,
  );
  throw new CiceroneError(
    "bad-descriptor",
    `${origin} is not a dataset descriptor:\n  ${problems.join("\n  ")}`,
    {
      hint: "A descriptor has: name, files, items (SQL), interactions (SQL), facets; and may have identifiers, noun, about, licence, scale, positiveFrom, time, lexicon.",
      cause: descriptor.error,
    },
  );
}

/** Where several forms are allowed, what is wrong with the one that was meant says more than "invalid input". */
function messageOf(issue: z.core.$ZodIssue): string {
  if (/received undefined$/.test(issue.message)) return "it is missing";
  if (issue.code === "unrecognized_keys") return unknownKeys(issue.keys, issue.path.length === 0);
  if (issue.code !== "invalid_union") return issue.message;
  const inner = issue.errors.flat();
  return inner.find(({ code }) => code !== "invalid_type")?.message ?? inner[0]?.message ?? issue.message;
}

function unknownKeys(keys: readonly string[], top: boolean): string {
  return keys
    .map((key) => {
      const close = top ? nearest(key, Object.keys(Descriptor.shape)) : undefined;
      return `there is no key ${JSON.stringify(key)}${close === undefined ? "" : `. Did you mean ${close}?`}`;
    })
    .join("; ");
}
