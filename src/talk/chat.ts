import type { ListedDataset } from "../../memory/datasets/open-dataset.ts";
import { faceOf } from "./catalogue-face.ts";
import type { Completion } from "./completion.ts";
import { type OpenHost, openPlace, type Place } from "./place.ts";
import type { Arrival, Resumption, Shown } from "./shown.ts";
import { isSlash, parseSlash } from "./slash.ts";
import { startTalk, type Talk, type TalkOptions } from "./talk.ts";
import type { Chapter } from "./transcript.ts";
import type { TurnView } from "./turn.ts";
import { welcome } from "./welcome.ts";

export interface ChatOptions extends TalkOptions {
  /** The dataset to begin with. */
  readonly data: string;
  readonly open: (data: string, signal: AbortSignal) => Promise<OpenHost>;
  readonly datasets: () => Promise<readonly ListedDataset[]>;
  /** Where /export writes; absolute. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Talks one after another, with the person and about the dataset that were chosen last: lines in, things to show out. */
export interface Chat {
  /** The one going on. */
  talk(): Talk;
  /** What is seen first. Call it once, before anything is sent. */
  arrive(): Promise<Arrival>;
  /** Runs one line. Throws what a command raises; the talk is then where it was. */
  send(line: string, signal: AbortSignal): AsyncIterable<Shown>;
  /** How a line could go on at the cursor. */
  complete(text: string, cursor: number): Promise<Completion | undefined>;
  close(): void;
}

/** Opens the first dataset. Throws CiceroneError where that fails. */
export async function openChat(options: ChatOptions, signal: AbortSignal): Promise<Chat> {
  let place = openPlace(options.data, await options.open(options.data, signal));
  let talk = startedAt(place, options);
  const chapters: Chapter[] = [];

  /** Makes a talk the one going on, with what an earlier process left of its thread. */
  async function enter(next: Talk): Promise<Resumption | undefined> {
    const before = await next.resume();
    const { user, thread, catalogue } = next;
    chapters.push({ user, thread, catalogue: faceOf(catalogue), before, turns: [] });
    talk = next;
    return before;
  }

  function record(turn: TurnView): void {
    const chapter = chapters.pop();
    if (chapter !== undefined) chapters.push({ ...chapter, turns: [...chapter.turns, turn] });
  }

  async function* send(line: string, stop: AbortSignal): AsyncGenerator<Shown> {
    const action = isSlash(line) ? parseSlash(line, talk.catalogue.scale) : undefined;
    switch (action?.kind) {
      case "data":
        return yield await toData(action.name, stop);
      case "user":
        return yield await toUser(action.name);
      case "export":
        return yield await exported(action.file);
    }
    const shown = action === undefined ? talk.say(line, stop) : talk.perform(action, line.trim(), stop);
    for await (const one of shown) {
      if (one.kind === "event" && isOver(one.turn)) record(one.turn);
      yield one;
    }
  }

  async function toData(asked: string | undefined, stop: AbortSignal): Promise<Shown> {
    const { datasetLines, datasetNamed } = await import("./places.ts");
    const known = await options.datasets();
    if (asked === undefined) return { kind: "notice", lines: datasetLines(known, place.data) };
    const data = datasetNamed(asked, known);
    if (data === place.data) return { kind: "notice", lines: [`We are talking about ${data}.`] };
    // The old one is closed last: what fails before that leaves the talk where it was.
    const next = openPlace(data, await options.open(data, stop));
    try {
      stop.throwIfAborted();
      const { user, thread } = talk;
      const before = await enter(startTalk(next.host, { ...options, user, thread }));
      const former = place;
      place = next;
      former.close();
      const lines = [`From here on about ${data}; /data ${former.data} leads back.`];
      return { kind: "moved", lines, arrival: arrivalAt(talk, before) };
    } catch (error) {
      next.close();
      throw error;
    }
  }

  async function toUser(name: string | undefined): Promise<Shown> {
    const known = place.host.users.users(talk.catalogue.name);
    const former = talk.user;
    if (name === undefined) {
      const { userLines } = await import("./places.ts");
      return { kind: "notice", lines: userLines(known, former) };
    }
    if (name === former) return { kind: "notice", lines: [`I am talking with ${name}.`] };
    const before = await enter(startTalk(place.host, { ...options, user: name, thread: talk.thread }));
    const met = known.some((user) => user === name)
      ? "; /memory shows what I know."
      : ", of whom I know nothing yet.";
    const lines = [`From here on with ${name}${met} /user ${former} leads back.`];
    return { kind: "moved", lines, arrival: before && { kind: "resumed", before } };
  }

  async function exported(asked: string | undefined): Promise<Shown> {
    const said = chapters.flatMap(({ before, turns }) => [...(before?.said ?? []), ...turns]).length;
    if (said === 0) {
      return { kind: "mistake", message: "There is nothing to write yet.", hint: "Say something first." };
    }
    const { transcript } = await import("./transcript.ts");
    const { transcriptName, writeTranscript } = await import("./write-transcript.ts");
    const usual = transcriptName(place.data, talk.thread);
    const content = transcript(chapters, new Date(options.clock()));
    const path = writeTranscript(options.folder, { asked, usual }, content);
    return { kind: "notice", lines: [`${said === 1 ? "One turn" : `${said} turns`} written to ${path}`] };
  }

  return {
    talk: () => talk,
    arrive: async () => arrivalAt(talk, await enter(talk)),
    send,
    complete: async (text, cursor) => {
      const { complete } = await import("./completion.ts");
      const { catalogue } = talk;
      return complete(text, cursor, {
        table: talk.table(),
        facets: catalogue.facets,
        users: () => place.host.users.users(catalogue.name),
        datasets: async () => (await options.datasets()).map(({ name }) => name),
        names: place.names,
      });
    },
    close: () => place.close(),
  };
}

/** Closes the place where the person's name or thread is none. */
function startedAt(place: Place, options: TalkOptions): Talk {
  try {
    return startTalk(place.host, options);
  } catch (error) {
    place.close();
    throw error;
  }
}

function arrivalAt(talk: Talk, before: Resumption | undefined): Arrival {
  return before === undefined
    ? { kind: "welcome", welcome: welcome(talk.catalogue) }
    : { kind: "resumed", before };
}

function isOver(turn: TurnView): boolean {
  return turn.answer !== undefined || turn.failure !== undefined;
}
