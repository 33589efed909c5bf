import { type Document, isScalar, LineCounter, parseAllDocuments } from "yaml";

/** A file's text, with its documents as they were written. Empty documents are left out. */
export interface DialogueDocuments {
  readonly text: string;
  readonly documents: readonly Document[];
  readonly lines: LineCounter;
}

export function parseDocuments(text: string): DialogueDocuments {
  const lines = new LineCounter();
  const parsed: readonly Document[] = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  return {
    text,
    documents: parsed.filter((document) => !isEmpty(document)),
    lines,
  };
}

function isEmpty({ contents, errors }: Document): boolean {
  return errors.length === 0 && (contents === null || (isScalar(contents) && contents.value === null));
}
