import { CiceroneError } from "../../memory/errors.ts";
import type { RemoteFile } from "./remote-file.ts";

const BEGINNINGS = { zip: [0x50, 0x4b], gzip: [0x1f, 0x8b] } as const;

/** Whether what begins like this can be the file at all. Throws CiceroneError `download-not-archive`. */
export function checkBeginning(bytes: Uint8Array, { name, content }: RemoteFile, url: URL): void {
  const wanted = BEGINNINGS[content.kind];
  if (wanted.every((byte, place) => bytes[place] === byte || bytes.length <= place)) return;
  const text = Buffer.from(bytes.subarray(0, 512)).toString("latin1").trimStart();
  const page = /^(<!doctype html|<html|<\?xml|<head)/i.test(text);
  throw new CiceroneError(
    "download-not-archive",
    `${url.href} gives ${page ? "a web page" : "something else"} instead of ${name}.`,
    {
      hint: page
        ? "A login page of the network, a proxy or a moved address: open it in a browser and see."
        : "The address may have moved, or a proxy answers for it.",
    },
  );
}
