import http, { type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import https from "node:https";
import { CiceroneError } from "../../memory/errors.ts";
import type { NetworkConfig } from "../config.ts";
import { redirected } from "./address.ts";

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** A connection on which nothing came for too long. */
export class StalledError extends Error {
  readonly code = "STALLED";
}

/** An answer whose body is still to be read, as the very bytes that came. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: IncomingMessage;
}

/**
 * GET with redirects followed, a bounded number of them. `node:http` and not `fetch`: fetch unpacks a body that a server
 * calls gzip-encoded, as some do with .gz files, and then neither sizes, ranges nor checksums are the file's.
 * Rejects with what the network said, `StalledError` after `stall` milliseconds of silence, and `download-redirect`.
 */
export async function get(
  address: URL,
  headers: OutgoingHttpHeaders,
  options: {
    readonly proxy: NetworkConfig["proxy"];
    readonly stall: number;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Answer> {
  let url = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const body = await request(url, headers, options);
    const status = body.statusCode ?? 0;
    if (!REDIRECTS.has(status)) return { status, headers: body.headers, body };
    body.destroy();
    url = redirected(url, body.headers.location);
  }
  throw new CiceroneError(
    "download-redirect",
    `${address.href} redirects more than ${MAX_REDIRECTS} times.`,
    {
      hint: "The address may have moved: look at the publisher's page (cicerone data list --all shows it).",
    },
  );
}

function request(
  url: URL,
  headers: OutgoingHttpHeaders,
  options: Parameters<typeof get>[2],
): Promise<IncomingMessage> {
  const { proxy, stall, signal } = options;
  const { Agent, request: open } = url.protocol === "https:" ? https : http;
  const agent = new Agent({ proxyEnv: { ...proxy } });
  return new Promise((resolve, reject) => {
    let incoming: IncomingMessage | undefined;
    const ours = { "user-agent": "cicerone", "accept-encoding": "identity" };
    const outgoing = open(
      url,
      { agent, headers: { ...ours, ...headers }, ...(signal && { signal }) },
      (answer) => {
        incoming = answer;
        resolve(answer);
      },
    );
    outgoing.setTimeout(stall, () => {
      (incoming ?? outgoing).destroy(new StalledError(`nothing came for ${stall / 1000} seconds`));
    });
    outgoing.on("error", reject);
    outgoing.on("close", () => agent.destroy());
    outgoing.end();
  });
}
