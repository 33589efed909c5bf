import { CiceroneError } from "../../memory/errors.ts";
import type { NetworkConfig } from "../config.ts";
import { addressOf } from "./address.ts";
import { md5In } from "./checksums.ts";
import { get } from "./http-get.ts";
import { retryAfter, StatusError } from "./network-errors.ts";
import type { RemoteFile } from "./remote-file.ts";
import { type Patience, retrying } from "./retrying.ts";

const LONGEST = 4_096;

/**
 * The MD5 that the publisher states for a file, known beforehand or asked now; undefined where the publisher states none.
 * A mirror that leaves it out is refused: what it gives could not be told from something else. Throws CiceroneError `download-…`.
 */
export async function publishedMd5(
  { md5, md5Url }: RemoteFile,
  network: NetworkConfig,
  patience: Patience,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (md5 !== undefined || md5Url === undefined) return md5;
  const url = addressOf(md5Url, network.mirror);
  const text = await retrying(url, () => readShort(url, network, patience, signal), { patience, signal });
  if (text === undefined && network.mirror === undefined) return undefined;
  const sum = md5In(text ?? "");
  if (sum !== undefined) return sum;
  throw new CiceroneError("download-no-checksum", `${url.href} states no MD5.`, {
    hint: "Without it nobody can tell whether the file is whole. Is a login page or a proxy in between?",
  });
}

/** A short text; undefined where there is no such file. */
async function readShort(
  url: URL,
  network: NetworkConfig,
  patience: Patience,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const { status, headers, body } = await get(
    url,
    {},
    { proxy: network.proxy, stall: patience.stall, signal },
  );
  try {
    if (status === 404 || status === 410) return undefined;
    if (status !== 200) throw new StatusError(status, retryAfter(headers["retry-after"]));
    let text = "";
    for await (const chunk of body) {
      text += chunk;
      if (text.length > LONGEST) return "";
    }
    return text;
  } finally {
    body.destroy();
  }
}
