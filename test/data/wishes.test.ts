import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { UserId } from "../../memory/ids.ts";
import { prepareDataset } from "../../src/prepare.ts";
import { createRecommender, type Recommender } from "../../src/recommender.ts";
import { faultsOf, temptations } from "../support/asked-wishes/faults.ts";
import { hear } from "../support/asked-wishes/hearing.ts";
import { type Asker, askers } from "../support/asked-wishes/people.ts";
import { reading } from "../support/asked-wishes/reading.ts";
import {
  exactShare,
  faultCounts,
  figures,
  misunderstood,
  type Outcome,
} from "../support/asked-wishes/report.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";
import type { WordedWish } from "../support/wishes/wish.ts";
import { wishesInWords } from "../support/wishes/wishes-in-words.ts";

const WISHES = 1000;
/** Nobody looks at single wishes of this seed: who works on the understanding names another one in CICERONE_WISHES_SEED. */
const SEED = Number(process.env.CICERONE_WISHES_SEED ?? 4711);
/** A file for the wishes that were misunderstood or answered with a fault. What is printed names none of them. */
const REPORT = process.env.CICERONE_WISHES_REPORT;

const LEAST_EXACT = 0.97;
/** So often, at least, something known met all that was asked for: without that, nothing that came back would prove anything. */
const LEAST_TEMPTATIONS = 100;

describeOnData(
  "wishes said to a recommender of MovieLens-1M with texts",
  ["ml-1m/movies.dat", "ml-1m-text/movies_extrainfos.dat"],
  () => {
    let home: string;
    let recommender: Recommender;
    let people: readonly Asker[];
    let outcomes: readonly Outcome[];
    let tempting = 0;

    beforeAll(async () => {
      home = mkdtempSync(join(tmpdir(), "cicerone-wishes-"));
      const folders = { from: join(REAL_DATA, "ml-1m"), text: join(REAL_DATA, "ml-1m-text") };
      await prepareDataset({ dataset: "ml-1m", ...folders, home, clock: Date.now });
      recommender = await createRecommender({ home, data: "ml-1m" });
      people = askers(recommender.catalogue, SEED);
      for (const { user, tells } of people)
        for (const told of tells) await recommender.session({ user, thread: "earlier" }).ask(told);
    });

    afterAll(() => {
      recommender.close();
      rmSync(home, { recursive: true, force: true });
    });

    it("remembers what people say they have seen and turn down", () => {
      for (const { user, seen, turnedDown } of people) {
        const told = [...seen.map((id) => `seen ${id}`), ...turnedDown.map((id) => `rejected ${id}`)];
        expect(rememberedOf(user), user).toEqual(told.sort());
      }
    });

    it("understands 97 of 100 wishes exactly", async () => {
      outcomes = await allAsked(wishesInWords(recommender.catalogue, WISHES, SEED));
      console.info(`seed ${SEED}\n${figures(outcomes)}`);
      if (REPORT !== undefined) writeFileSync(REPORT, `${misunderstood(outcomes)}\n`);
      expect(exactShare(outcomes)).toBeGreaterThanOrEqual(LEAST_EXACT);
    });

    it("breaks no constraint unless it says so, brings back nothing known, and keeps number and order", () => {
      console.info(`something known met all that was asked for: ${tempting} times`);
      expect(faultCounts(outcomes).filter(({ count }) => count > 0)).toEqual([]);
      expect(tempting).toBeGreaterThanOrEqual(LEAST_TEMPTATIONS);
    });

    /** Says each wish in a thread of its own; the askers take turns. */
    async function allAsked(wishes: readonly WordedWish[]): Promise<readonly Outcome[]> {
      const all: Outcome[] = [];
      for (const [number, wish] of wishes.entries()) {
        const asker = people[number % people.length];
        if (asker !== undefined) all.push(await asked(wish, asker, `wish-${number}`));
      }
      return all;
    }

    async function asked(wish: WordedWish, asker: Asker, thread: string): Promise<Outcome> {
      const { catalogue } = recommender;
      const { user, seen, turnedDown } = asker;
      const heard = await hear(recommender, { user, thread, text: wish.said });
      const read = reading(wish, heard, catalogue);
      // What was misunderstood is held against what it was taken for: that it was is counted already.
      const constraints = read.isExact ? wish.constraints : heard.answer.constraints;
      const isExcused = !read.isExact && heard.answer.items.length === 0;
      const known = new Set([...seen, ...turnedDown]);
      const standard = { constraints, known, said: wish.said, isExcused };
      tempting += temptations(standard, catalogue);
      return { reading: read, reply: heard.answer.reply, faults: faultsOf(heard, standard, catalogue) };
    }

    function rememberedOf(user: string): readonly string[] {
      const events = recommender.users.everythingOf(UserId.parse(user)).flatMap((memory) => memory.events);
      return events.map(({ verdict, item }) => `${verdict} ${item}`).sort();
    }
  },
);
