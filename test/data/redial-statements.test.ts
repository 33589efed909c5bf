import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnData } from "../support/real-data.ts";
import {
  type Dialogue,
  FILMS,
  readDialogues,
  TEST_DIALOGUES,
  VALIDATION_DIALOGUES,
} from "../support/redial/dialogues.ts";
import { type Judgement, judge } from "../support/redial/judge.ts";
import { type Label, readLabels } from "../support/redial/label.ts";
import { SAMPLE_SIZE, sampleMessages } from "../support/redial/sample.ts";
import { openRedial, type RedialStage } from "../support/redial/talk.ts";

/** Of the 200 messages, so many change what they should and nothing else. */
const LEAST_RIGHT = 148;

/** What is false of somebody's memory is worse than a false wish, which the next sentence puts right. */
const REMEMBERED = /^(?:liked|disliked|seen|rejected|wanted|rated|taste) /;

interface Measured extends Judgement {
  readonly label: Label;
  readonly typed: string;
}

describeOnData(
  "preference statements in ReDial's validation dialogues",
  [FILMS, VALIDATION_DIALOGUES, TEST_DIALOGUES],
  () => {
    const labels = readLabels(join(import.meta.dirname, "redial/statements.yaml"));
    let home: string;
    let dialogues: ReadonlyMap<string, Dialogue>;
    let stage: RedialStage;

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "cicerone-redial-"));
      const read = readDialogues(VALIDATION_DIALOGUES);
      dialogues = new Map(read.map((dialogue) => [dialogue.conversationId, dialogue]));
      stage = await openRedial(home);
    });

    afterAll(async () => {
      stage.close();
      await rm(home, { recursive: true, force: true });
    });

    it("labels exactly the messages that the sample draws", () => {
      const drawn = sampleMessages([...dialogues.values()]);
      expect(labels).toHaveLength(SAMPLE_SIZE);
      expect(labels.map(({ at }) => at)).toEqual(
        drawn.map(({ dialogue, message }) => `${dialogue}/${message}`),
      );
    });

    it("changes what it should and nothing else", async () => {
      const measured: Measured[] = [];
      for (const label of labels) measured.push(await measure(label));
      const telling = measured.filter(({ due }) => due > 0);
      const silent = measured.filter(({ due }) => due === 0);
      const falsely = measured.filter(({ untrue }) => untrue.some((mark) => REMEMBERED.test(mark)));
      console.info(
        [
          `all ${measured.length}: ${counts(measured)}`,
          `of ${telling.length} that tell something: ${counts(telling)}`,
          `of ${silent.length} that tell nothing: ${counts(silent)}`,
          `something false remembered: ${falsely.length}`,
        ].join("\n"),
      );
      if (process.env.CICERONE_SHOW !== undefined) for (const one of measured) show(one);
      expect(ofOutcome(measured, "right").length).toBeGreaterThanOrEqual(LEAST_RIGHT);
    });

    async function measure(label: Label): Promise<Measured> {
      const [id = "", message] = label.at.split("/");
      const dialogue = dialogues.get(id);
      if (dialogue === undefined) throw new RangeError(`no dialogue ${id}`);
      const { before, after, typed } = await stage.said(dialogue, Number(message));
      return { label, typed, ...judge(label, before, after, stage.catalogue) };
    }
  },
);

function ofOutcome(measured: readonly Measured[], outcome: Judgement["outcome"]): Measured[] {
  return measured.filter((one) => one.outcome === outcome);
}

/** "51 right, 32 partly (22 of them not at all), 56 wrong". */
function counts(measured: readonly Measured[]): string {
  const partly = ofOutcome(measured, "partly");
  const unheard = partly.filter(({ missed, due }) => missed.length === due).length;
  return `${ofOutcome(measured, "right").length} right, ${partly.length} partly (${unheard} of them not at all), ${ofOutcome(measured, "wrong").length} wrong`;
}

function show({ label, outcome, typed, missed, untrue }: Measured): void {
  if (outcome !== "right") console.info(`${label.at} ${outcome}`, { typed, missed, untrue });
}
