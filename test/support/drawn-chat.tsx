import { EventEmitter } from "node:events";
import { type Instance, render } from "ink";
import { Chat } from "../../src/ui/chat.tsx";
import { type ChatModel, type ChatModelOptions, createChatModel } from "../../src/ui/chat-model.ts";
import { type Palette, paletteFor } from "../../src/ui/theme.tsx";
import { chatOptions } from "./chat-options.ts";
import { type ScriptedRecommender, type ScriptedTurn, scriptedRecommender } from "./scripted-recommender.ts";

/** A chat drawn on a screen of its own: Ink's own output, whole frames of it, and keys through its stdin. */
export interface DrawnChat {
  readonly model: ChatModel;
  readonly recommender: ScriptedRecommender;
  readonly frames: readonly string[];
  /** The latest frame: all that is over, and the live region below it. */
  readonly frame: () => string;
  /** The lines of the latest frame from the first that holds a text, without blanks at their ends; none where there is none. */
  readonly from: (text: string) => string[];
  /** Sends keys one after another, each as a terminal would, and lets Ink draw. */
  readonly press: (...keys: string[]) => Promise<void>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  /** Waits until the condition holds. */
  readonly until: (condition: () => boolean) => Promise<void>;
  readonly unmount: () => void;
}

export const KEYS = {
  enter: "\r",
  tab: "\t",
  backTab: "\u001b[Z",
  up: "\u001b[A",
  down: "\u001b[B",
  escape: "\u001b",
  ctrlC: "\u0003",
  ctrlJ: "\n",
  ctrlR: "\u0012",
  altEnter: "\u001b\r",
  backspace: "\u007f",
} as const;

export const alt = (key: string): string => `\u001b${key}`;
export const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

export interface DrawOptions {
  readonly script?: (text: string) => ScriptedTurn;
  readonly recommender?: ScriptedRecommender;
  readonly chat?: Partial<ChatModelOptions>;
  readonly columns?: number;
  readonly rows?: number;
  readonly palette?: Palette;
}

/** Draws a chat that is not open yet: `model.start()` opens it. */
export function drawChat(options: DrawOptions = {}): DrawnChat {
  const { columns = 100, rows = 40, palette = paletteFor(false, undefined) } = options;
  const recommender = options.recommender ?? scriptedRecommender(options.script);
  const ada = chatOptions(() => recommender);
  const model = createChatModel({ ...ada, open: async () => recommender, ...options.chat });
  const [stdout, stdin] = [new Screen(columns, rows), new Keyboard()];
  const app: Instance = render(<Chat model={model} palette={palette} />, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const frame = (): string => stdout.frames.findLast((text) => text.length > 1) ?? "";
  return {
    model,
    recommender,
    frames: stdout.frames,
    frame,
    from: (text) => {
      const lines = frame()
        .split("\n")
        .map((line) => line.replaceAll("\u00a0", " ").trimEnd());
      const at = lines.findIndex((line) => line.includes(text));
      return at < 0 ? [] : lines.slice(at);
    },
    press: async (...keys) => {
      for (const key of keys) {
        stdin.type(key);
        // Ink waits 20 ms for what could follow a lone escape.
        await pause(key === KEYS.escape ? 40 : 5);
      }
    },
    resize: async (wide, high) => {
      Object.assign(stdout, { columns: wide, rows: high });
      stdout.emit("resize");
      await pause(20);
    },
    until,
    unmount: () => app.unmount(),
  };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (condition()) return;
    await pause(5);
  }
  throw new Error("it did not come to that");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What Ink needs of a terminal that is written to. */
class Screen extends EventEmitter {
  readonly frames: string[] = [];
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string): boolean {
    this.frames.push(text);
    return true;
  }
}

/** What Ink needs of a terminal that is read from. */
class Keyboard extends EventEmitter {
  readonly isTTY = true;
  private waiting: string | null = null;

  type(text: string): void {
    this.waiting = text;
    this.emit("readable");
  }

  read(): string | null {
    const text = this.waiting;
    this.waiting = null;
    return text;
  }

  setEncoding(): void {}
  setRawMode(): void {}
  ref(): void {}
  unref(): void {}
  resume(): void {}
  pause(): void {}
}
