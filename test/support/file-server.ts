import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Reply = (request: IncomingMessage, response: ServerResponse) => void;

export interface FileServer {
  /** "http://127.0.0.1:PORT". */
  readonly base: string;
  /** What was asked for, in order: path and Range. */
  readonly asked: { readonly path: string; readonly range: string | undefined }[];
  close(): Promise<void>;
}

/** A real server on loopback. Each path has its replies in order; the last one answers all that come after. */
export async function serve(replies: Readonly<Record<string, readonly Reply[]>>): Promise<FileServer> {
  const asked: FileServer["asked"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const list = replies[path] ?? [];
    const before = asked.filter((one) => one.path === path).length;
    asked.push({ path, range: request.headers.range });
    const reply = list[Math.min(before, list.length - 1)] ?? status(404);
    reply(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export interface FileReplyOptions {
  readonly etag?: string;
  /** Cuts the connection after so many bytes of the body. */
  readonly cutAfter?: number;
  /** Says nothing more after so many bytes, and keeps the connection. */
  readonly stallAfter?: number;
  /** A server that knows no ranges sends the whole file whatever is asked. */
  readonly ranges?: boolean;
  /** What Content-Length says, where that is not the truth. */
  readonly claims?: number;
}

/** Serves bytes as a well-behaved server does, but for the faults that are asked for. */
export function file(bytes: Buffer, options: FileReplyOptions = {}): Reply {
  const { etag = '"one"', ranges = true } = options;
  return (request, response) => {
    const wanted = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
    const unchanged = request.headers["if-range"] === undefined || request.headers["if-range"] === etag;
    const start = ranges && wanted !== null && unchanged ? Number(wanted[1]) : 0;
    const body = bytes.subarray(start);
    response.setHeader("etag", etag);
    response.setHeader("content-length", options.claims ?? body.length);
    if (start > 0) response.setHeader("content-range", `bytes ${start}-${bytes.length - 1}/${bytes.length}`);
    response.writeHead(start > 0 ? 206 : 200, { "content-type": "application/zip" });
    const stop = options.cutAfter ?? options.stallAfter;
    if (stop === undefined) response.end(body);
    else {
      response.write(body.subarray(0, stop));
      // The client gets to read what came before the end, as it does between two far places.
      if (options.cutAfter !== undefined) setTimeout(() => response.destroy(), 30);
    }
  };
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return (_request, response) => void response.writeHead(code, headers).end("no file");
}

export function page(html = "<!DOCTYPE html><title>Log in</title>"): Reply {
  return (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end(html);
}
