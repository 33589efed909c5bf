import { describe, expect, it } from "vitest";
import { markdownLine, markdownText } from "../../../src/talk/markdown.ts";

describe("Markdown of what somebody else wrote", () => {
  it.each([
    ["*bold* _it_ `code` ~~no~~", "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~"],
    ["[click](http://x.example)", "\\[click\\](http\\://x.example)"],
    ["<script>alert(1)</script> &amp;", "\\<script\\>alert(1)\\</script\\> \\&amp;"],
    ["![i](x)", "\\!\\[i\\](x)"],
    ["# head", "\\# head"],
    ["> said", "\\> said"],
    ["- item", "\\- item"],
    ["+ item", "\\+ item"],
    ["12. item", "12\\. item"],
    ["---", "\\---"],
    ["===", "\\==="],
    ["a | b", "a \\| b"],
    ["www.example.org", "www\\.example.org"],
    ["12.5 is -3 off", "12.5 is -3 off"],
    ["a\u001b[31mb\nc", "ab c"],
  ])("shows %j and nothing else", (text, markdown) => {
    expect(markdownLine(text)).toBe(markdown);
  });

  it("keeps lines apart, and paragraphs", () => {
    expect(markdownText("one\ntwo\n\n- three\n")).toBe("one\\\ntwo\n\n\\- three");
  });
});
