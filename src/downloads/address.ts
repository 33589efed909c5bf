import { CiceroneError } from "../../memory/errors.ts";

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * Where a publisher's file is asked for: there, or at the mirror, which keeps each publisher's files below its host's name.
 * Throws CiceroneError `usage-mirror` for a mirror that could be read and changed on the way.
 */
export function addressOf(url: string, mirror: string | undefined): URL {
  const official = new URL(url);
  if (mirror === undefined) return official;
  const base = URL.parse(mirror);
  if (base === null || !isAllowed(base, base)) {
    throw new CiceroneError("usage-mirror", `CICERONE_MIRROR is ${mirror}, which is no https address.`, {
      hint: "Give a base address such as https://mirror.example.org/datasets; http only on this machine itself.",
    });
  }
  return new URL(`${base.href.replace(/\/$/, "")}/${official.host}${official.pathname}`);
}

/** Where a redirect leads. Throws CiceroneError `download-redirect` where that is less safe than where it came from. */
export function redirected(from: URL, location: string | undefined): URL {
  const to = location === undefined ? null : URL.parse(location, from.href);
  if (to !== null && isAllowed(to, from)) return to;
  throw new CiceroneError("download-redirect", `${from.href} sends us on to ${location ?? "nowhere"}.`, {
    hint: "Only https addresses are followed. Is there a login page or a proxy in between?",
  });
}

/** https always; http only on this machine, and only where http on this machine was asked for. */
function isAllowed(to: URL, from: URL): boolean {
  if (to.username !== "" || to.password !== "") return false;
  if (to.protocol === "https:") return true;
  return to.protocol === "http:" && LOOPBACK.has(to.hostname) && from.protocol === "http:";
}
