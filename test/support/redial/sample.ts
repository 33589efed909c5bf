import { seededRandom } from "../../../memory/random.ts";
import { shuffled } from "../wishes/drawing.ts";
import type { Dialogue } from "./dialogues.ts";

/** Written down so that the sample that was labelled can be drawn again. */
export const SAMPLE_SEED = 1912;
export const SAMPLE_SIZE = 200;
const FEWEST_WORDS = 3;

/** A seeker's message by its place: the dialogue, and which of its messages it is, from 0. */
export interface Place {
  readonly dialogue: string;
  readonly message: number;
}

/**
 * Seekers' messages of at least three words (a film's number is one), in random order, the first of each dialogue: what they say
 * plays no part. Sorted by dialogue.
 */
export function sampleMessages(dialogues: readonly Dialogue[]): Place[] {
  const places = dialogues.flatMap(({ conversationId, initiatorWorkerId, messages }) =>
    messages.flatMap(({ senderWorkerId, text }, message) =>
      senderWorkerId === initiatorWorkerId && text.trim().split(/\s+/).length >= FEWEST_WORDS
        ? [{ dialogue: conversationId, message }]
        : [],
    ),
  );
  const drawn = new Map<string, Place>();
  for (const place of shuffled(seededRandom(SAMPLE_SEED), places)) {
    if (drawn.size === SAMPLE_SIZE) break;
    if (!drawn.has(place.dialogue)) drawn.set(place.dialogue, place);
  }
  return [...drawn.values()].sort((one, other) => Number(one.dialogue) - Number(other.dialogue));
}
