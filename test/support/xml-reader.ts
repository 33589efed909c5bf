/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data of its own. */
  readonly text: string;
}

const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z][\w.-]*)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads elements, attributes and text, strictly: what is not well-formed, or holds a character that XML 1.0 forbids, throws. */
export function parseXml(source: string): XmlElement {
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(source))
    throw new Error("a forbidden character");
  const body = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  if (body === source) throw new Error("no declaration");
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [top];
  for (let at = 0; at < body.length; ) {
    const current = open.at(-1) ?? top;
    if (body[at] !== "<") {
      const end = body.indexOf("<", at) === -1 ? body.length : body.indexOf("<", at);
      current.text += plain(body.slice(at, end));
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const [tag, closing, name = "", attributes = "", empty] = TAG.exec(body) ?? [];
    if (tag === undefined) throw new Error(`no tag: ${body.slice(at, at + 40)}`);
    at += tag.length;
    if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
      ([, key = "", value = ""]) => [key, plain(value)] as const,
    );
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute twice: ${tag}`);
    const element: Open = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
    current.children.push(element);
    if (empty !== "/") open.push(element);
  }
  const [root, ...others] = top.children;
  if (root === undefined || others.length > 0 || open.length !== 1 || top.text.trim() !== "")
    throw new Error("not one root");
  return root;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));|&/g, (whole, code?: string, name?: string) => {
    const character = code === undefined ? ENTITIES[name ?? ""] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`no entity: ${whole}`);
    return character;
  });
}
