import { CiceroneError } from "../../memory/errors.ts";

/** Nothing was reached at all. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name is not known: no network, or no name server",
  EAI_AGAIN: "its name cannot be looked up: no network, or no name server",
  ECONNREFUSED: "it refuses the connection",
  ENETUNREACH: "there is no network",
  ENETDOWN: "there is no network",
  EHOSTUNREACH: "there is no way to it",
  EADDRNOTAVAIL: "there is no network",
};

/** What may go better when tried again. */
const PASSING = new Set(["ECONNRESET", "ETIMEDOUT", "EPIPE", "ECONNABORTED", "STALLED", "UND_ERR_SOCKET"]);
const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);

const OF_DISK = new Set(["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EIO", "EISDIR"]);

export type Trouble = "unreachable" | "passing" | "final";

/** An answer that is no file. */
export class StatusError extends Error {
  readonly status: number;
  /** Milliseconds that the server asks to wait; undefined where it asks nothing. */
  readonly wait: number | undefined;

  constructor(status: number, wait: number | undefined) {
    super(`the server answers ${status} (${STATUS_WORDS[status] ?? "an error"})`);
    this.status = status;
    this.wait = wait;
  }
}

/** Retry-After in milliseconds, where it is a number of seconds. */
export function retryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  401: "it wants a login",
  403: "it refuses the file",
  404: "there is no such file",
  407: "the proxy wants a login",
  410: "the file is gone",
  429: "too many requests",
  500: "a fault of its own",
  502: "a bad gateway",
  503: "it is overloaded or being looked after",
  504: "a gateway timed out",
};

export function troubleOf(error: unknown): Trouble {
  if (error instanceof StatusError) return PASSING_STATUS.has(error.status) ? "passing" : "final";
  const code = codeOf(error);
  if (code in UNREACHABLE) return "unreachable";
  return PASSING.has(code) ? "passing" : "final";
}

/** The error that the person sees. What was fetched so far stays, and the next run goes on from there. */
export function asDownloadError(error: unknown, url: URL): CiceroneError {
  if (error instanceof CiceroneError) return error;
  const code = codeOf(error);
  const unreachable = UNREACHABLE[code];
  if (unreachable !== undefined) {
    return new CiceroneError("download-offline", `${url.host} cannot be reached: ${unreachable}.`, {
      cause: error,
    });
  }
  const reason = reasonOf(error);
  if (OF_DISK.has(code)) {
    return new CiceroneError("cannot-write", `The download cannot be written: ${reason}.`, {
      hint: "Check the free space and your rights, or choose another place: --home DIR, or CICERONE_HOME.",
      cause: error,
    });
  }
  if (error instanceof StatusError) {
    return new CiceroneError("download-refused", `${url.href} cannot be fetched: ${reason}.`, {
      cause: error,
    });
  }
  if (/CERT|SSL|TLS|SIGNATURE|EPROTO/i.test(code)) {
    return new CiceroneError(
      "download-untrusted",
      `${url.host} cannot prove who it is (${reason}): its certificate may have run out, or a proxy reads along.`,
      { cause: error },
    );
  }
  return new CiceroneError("download-broken-off", `${url.href} broke off: ${reason}.`, {
    hint: "Run the same command again: it goes on where it stopped.",
    cause: error,
  });
}

/** Node's word for a connection that was cut is "aborted", which sounds like the person's doing. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || error.message === "") return String(error);
  return error.message === "aborted" ? "the connection was cut" : error.message;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
