import { describe, expect, it } from "vitest";
import { jsonLine, sanitise, sanitiseLine } from "../../src/sanitise.ts";

describe("a line of JSON", () => {
  it("holds nothing a terminal would obey, and the same value", () => {
    const value = { title: "\u001b[31mred\u009b2J\u007f\u202eback\u2028", plain: "漢字 🎬 é\n" };
    const line = jsonLine(value);
    expect(line).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(line).toContain("漢字 🎬 é");
    expect(JSON.parse(line)).toEqual(value);
  });
});

describe("sanitise", () => {
  it("leaves ordinary text of any script alone", () => {
    const text = "Amélie, 千と千尋の神隠し, الرسالة, 👩‍👩‍👧 — ok\nnext";
    expect(sanitise(text)).toBe(text);
  });

  it("removes colour, cursor movement and screen clearing", () => {
    expect(sanitise("a\u001b[31mred\u001b[0m \u001b[2Jb\u001b[10;5Hc\u009b1md")).toBe("ared bcd");
  });

  it("removes window titles, links and clipboard writes with their payload", () => {
    expect(sanitise("x\u001b]0;pwned\u0007y")).toBe("xy");
    expect(sanitise("x\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\y")).toBe("xlinky");
    expect(sanitise("x\u001b]52;c;ZXZpbA==\u0007y\u001bPq#0\u001b\\z")).toBe("xyz");
  });

  it("drops an unterminated sequence rather than let what follows obey it", () => {
    expect(sanitise("safe\u001b]0;rest")).toBe("safe");
    expect(sanitise("safe\u001b")).toBe("safe");
  });

  it("removes control characters, keeps line feeds, widens tabs", () => {
    expect(sanitise("a\u0000b\u0008c\u007fd\te\r\nf\rg\u2028h")).toBe("abcd  e\nf\ng\nh");
  });

  it("removes bidirectional overrides, which make a title read as another", () => {
    expect(sanitise("\u202egnp.exe\u202c")).toBe("gnp.exe");
  });

  it("removes every escape that can start a sequence, wherever it stands", () => {
    for (let code = 0; code < 0xa0; code++) {
      const cleaned = sanitise(`a\u001b${String.fromCharCode(code)}b${String.fromCharCode(code)}`);
      expect(/[^\P{Cc}\n]/u.test(cleaned)).toBe(false);
    }
  });

  it("makes one line of several", () => {
    expect(sanitiseLine("  two \n lines\r\nor three ")).toBe("two lines or three");
  });
});
