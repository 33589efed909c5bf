// Scripted dialogues as tests of vitest.
// #region snippet
import { describeDialogues } from "cicerone/testing";
import { afterAll, describe, it } from "vitest";

describeDialogues({ describe, it, afterAll }, "dialogues/**/*.yaml");
// #endregion
