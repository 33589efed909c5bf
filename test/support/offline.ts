import net from "node:net";

/** No key and no network in a test run: keys are unset, and sockets other than loopback are refused before they are opened. */
for (const name of Object.keys(process.env)) {
  if (/(_API_KEY|_API_TOKEN|OPENAI_BASE_URL)$/.test(name)) delete process.env[name];
}

const LOOPBACK = /^(127\.|::1$|localhost$)/;
const connect = net.Socket.prototype.connect;

function host(target: unknown): string | undefined {
  if (Array.isArray(target)) return host(target[0]);
  if (typeof target === "object" && target !== null) {
    const { host: name, path } = target as { host?: string; path?: string };
    return path === undefined ? (name ?? "localhost") : undefined;
  }
  return undefined;
}

net.Socket.prototype.connect = function (this: net.Socket, ...target: unknown[]): net.Socket {
  const name = host(target[0]) ?? (typeof target[1] === "string" ? target[1] : undefined);
  if (name !== undefined && !LOOPBACK.test(name))
    throw new Error(`a test tried to reach ${name}: tests run offline`);
  return Reflect.apply(connect, this, target) as net.Socket;
} as typeof net.Socket.prototype.connect;
