import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { seededRandom } from "../../../../memory/random.ts";
import type { Rater } from "../../../../tools/rating/rater.ts";
import { hiddenTaste } from "./hidden-taste.ts";
import type { History } from "./histories.ts";
import { oneOf, type Person } from "./person.ts";
import { targetPerson } from "./target-person.ts";
import { tastePerson } from "./taste-person.ts";

/** `taste`: somebody with a taste and nothing particular in mind. `target`: somebody who has one item in mind and cannot name it. */
export type SimulatedKind = "taste" | "target";

/** Makes the same person anew for every system: same words as long as the replies are the same. */
export type MakePerson = () => Person;

interface PeopleOptions {
  readonly kind: SimulatedKind;
  readonly catalogue: Catalogue;
  /** Fitted on everything, for the hidden taste; undefined where there are no ratings. */
  readonly rater: Rater | undefined;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
}

/** A person for each history. */
export async function peopleOf(histories: readonly History[], options: PeopleOptions): Promise<MakePerson[]> {
  const people: MakePerson[] = [];
  for (const history of histories) people.push(await personOf(history, options));
  return people;
}

async function personOf(
  history: History,
  { kind, catalogue, rater, seed, signal }: PeopleOptions,
): Promise<MakePerson> {
  const own = mixed(seed, history.user);
  if (kind === "taste") {
    const hidden = await hiddenTaste(history, rater, catalogue.size, signal);
    return () => tastePerson(history, hidden, catalogue, seededRandom(own));
  }
  const known = history.earlier.map(({ item }) => catalogue.id(item));
  const positives = history.later.filter(({ liked }) => liked).map(({ item }) => item);
  return () => {
    const random = seededRandom(own);
    const target = oneOf(positives, random);
    return targetPerson({ id: `user ${history.user}`, target, known }, catalogue, random);
  };
}

/** Another seed for each user: multiplied by an odd constant (Knuth, vol. 3, § 6.4), neighbours lie far apart. */
function mixed(seed: number, user: number): number {
  return (Math.imul(user + 1, 0x9e3779b1) ^ seed) >>> 0;
}
