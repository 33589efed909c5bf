import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Everything the environment decides. No other file reads environment variables. */
export interface Config {
  /** Where everything imported, trained and remembered lives; absolute. */
  readonly home: string;
  /** What the environment says of colour; undefined: whoever draws decides by the terminal. */
  readonly color: boolean | undefined;
  /** A terminal that only appends lines (TERM=dumb): no cursor movement, no redrawing. */
  readonly dumbTerminal: boolean;
  /** A build machine: nothing is animated or redrawn. */
  readonly ci: boolean;
  /** What colours are drawn on; undefined where nobody says. */
  readonly background: Background | undefined;
  /** Somebody listens instead of looking. The variable is Ink's, so that one setting does for every program made with it. */
  readonly screenReader: boolean;
  readonly network: NetworkConfig;
}

export type Background = "light" | "dark";

/** How downloads reach the world. */
export interface NetworkConfig {
  /** A base address that is asked instead of the publishers, by their hosts' names: `<mirror>/files.grouplens.org/…`. */
  readonly mirror: string | undefined;
  /** HTTPS_PROXY, HTTP_PROXY and NO_PROXY as they are; empty where none is set. */
  readonly proxy: Environment;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The pure reading of an environment. FORCE_COLOR goes before NO_COLOR, as in Node; FORCE_COLOR=0 means off. */
export function readConfig(environment: Environment, platform: NodeJS.Platform, userHome: string): Config {
  const dumbTerminal = environment.TERM === "dumb";
  return {
    home: environment.CICERONE_HOME
      ? resolve(environment.CICERONE_HOME)
      : join(dataFolder(environment, platform, userHome), "cicerone"),
    color: readColor(environment, dumbTerminal),
    dumbTerminal,
    ci: isSet(environment.CI),
    background: readBackground(environment),
    screenReader: isSet(environment.INK_SCREEN_READER),
    network: { mirror: environment.CICERONE_MIRROR || undefined, proxy: readProxy(environment) },
  };
}

/** The configuration of this process. */
export function currentConfig(): Config {
  return readConfig(process.env, process.platform, homedir());
}

function dataFolder(environment: Environment, platform: NodeJS.Platform, userHome: string): string {
  // An XDG path that is not absolute is invalid and to be ignored (XDG Base Directory Specification).
  if (environment.XDG_DATA_HOME?.startsWith("/")) return environment.XDG_DATA_HOME;
  if (platform === "darwin") return join(userHome, "Library", "Application Support");
  if (platform === "win32") return environment.LOCALAPPDATA || join(userHome, "AppData", "Local");
  return join(userHome, ".local", "share");
}

function readProxy(environment: Environment): Environment {
  const names = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy"];
  return Object.fromEntries(names.map((name) => [name, environment[name]]).filter(([, value]) => value));
}

function readColor(environment: Environment, dumbTerminal: boolean): boolean | undefined {
  if (environment.FORCE_COLOR !== undefined) return isSet(environment.FORCE_COLOR, true);
  if (environment.NO_COLOR) return false;
  return dumbTerminal ? false : undefined;
}

/** CICERONE_THEME, else COLORFGBG ("15;0", "0;default;15"), which some terminals set to the numbers of their foreground and background. */
function readBackground({ CICERONE_THEME, COLORFGBG }: Environment): Background | undefined {
  const theme = CICERONE_THEME?.toLowerCase();
  if (theme === "light" || theme === "dark") return theme;
  const number = /;(\d{1,2})$/.exec(COLORFGBG ?? "")?.[1];
  if (number === undefined) return undefined;
  // Of the sixteen colours the first seven and the dark grey are dark.
  return Number(number) < 7 || Number(number) === 8 ? "dark" : "light";
}

function isSet(value: string | undefined, empty = false): boolean {
  if (value === undefined) return false;
  if (value === "") return empty;
  return value !== "0" && value.toLowerCase() !== "false";
}
