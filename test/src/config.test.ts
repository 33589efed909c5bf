import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";

const home = (environment: Record<string, string>, platform: NodeJS.Platform = "linux"): string =>
  readConfig(environment, platform, "/home/ada").home;

describe("readConfig", () => {
  it("puts everything where CICERONE_HOME says, before anything else", () => {
    expect(home({ CICERONE_HOME: "/data/here", XDG_DATA_HOME: "/xdg" })).toBe("/data/here");
  });

  it("follows each platform's custom for the data folder", () => {
    expect(home({})).toBe("/home/ada/.local/share/cicerone");
    expect(home({ XDG_DATA_HOME: "/xdg" })).toBe("/xdg/cicerone");
    expect(home({ XDG_DATA_HOME: "relative" })).toBe("/home/ada/.local/share/cicerone");
    expect(home({}, "darwin")).toBe("/home/ada/Library/Application Support/cicerone");
    expect(home({ LOCALAPPDATA: "/c/local" }, "win32")).toBe("/c/local/cicerone");
  });

  it("reads colour: NO_COLOR off, FORCE_COLOR goes before it, nothing said leaves it to the terminal", () => {
    const color = (environment: Record<string, string>) => readConfig(environment, "linux", "/h").color;
    expect(color({})).toBeUndefined();
    expect(color({ NO_COLOR: "1" })).toBe(false);
    expect(color({ NO_COLOR: "" })).toBeUndefined();
    expect(color({ NO_COLOR: "1", FORCE_COLOR: "1" })).toBe(true);
    expect(color({ FORCE_COLOR: "0" })).toBe(false);
    expect(color({ TERM: "dumb" })).toBe(false);
  });

  it("knows build machines and terminals that cannot redraw", () => {
    expect(readConfig({ CI: "true", TERM: "dumb" }, "linux", "/h")).toMatchObject({
      ci: true,
      dumbTerminal: true,
    });
    expect(readConfig({ CI: "false" }, "linux", "/h")).toMatchObject({ ci: false, dumbTerminal: false });
  });

  it("knows the background where somebody says it: CICERONE_THEME first, else the numbers in COLORFGBG", () => {
    const background = (environment: Record<string, string>) =>
      readConfig(environment, "linux", "/h").background;
    expect(background({})).toBeUndefined();
    expect(background({ CICERONE_THEME: "Light", COLORFGBG: "15;0" })).toBe("light");
    expect(background({ CICERONE_THEME: "dark" })).toBe("dark");
    expect(background({ CICERONE_THEME: "mauve", COLORFGBG: "15;0" })).toBe("dark");
    expect(background({ COLORFGBG: "0;15" })).toBe("light");
    expect(background({ COLORFGBG: "0;default;7" })).toBe("light");
    expect(background({ COLORFGBG: "7;8" })).toBe("dark");
    expect(background({ COLORFGBG: "15;default" })).toBeUndefined();
  });

  it("knows that somebody listens", () => {
    const listens = (environment: Record<string, string>) =>
      readConfig(environment, "linux", "/h").screenReader;
    expect(listens({ INK_SCREEN_READER: "true" })).toBe(true);
    expect(listens({ INK_SCREEN_READER: "false" })).toBe(false);
    expect(listens({})).toBe(false);
  });

  it("passes on the mirror and the proxies that are set, and nothing that is empty", () => {
    const network = (environment: Record<string, string>) => readConfig(environment, "linux", "/h").network;
    expect(network({})).toEqual({ mirror: undefined, proxy: {} });
    expect(network({ CICERONE_MIRROR: "", HTTPS_PROXY: "" })).toEqual({ mirror: undefined, proxy: {} });
    const set = {
      CICERONE_MIRROR: "https://m.example.org",
      https_proxy: "http://p:3128",
      NO_PROXY: "localhost",
    };
    const { CICERONE_MIRROR: mirror, ...proxy } = set;
    expect(network(set)).toEqual({ mirror, proxy });
  });
});
