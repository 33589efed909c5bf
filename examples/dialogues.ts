// Scripted dialogues on a catalogue of your own, in Node's own test runner. Exits 0 when all of them hold.
// #region snippet
import { after, describe, it } from "node:test";
import { describeDialogues } from "cicerone/testing";
import { teas } from "./dialogues/teas.ts";

describeDialogues({ describe, it, afterAll: after }, "examples/dialogues", {
  recommender: { catalogue: teas },
});
// #endregion
