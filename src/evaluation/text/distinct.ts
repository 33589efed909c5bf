import type { UnitValues } from "../statistics/statistic.ts";
import { meteorTokens } from "./meteor.ts";
import { ngrams } from "./ngrams.ts";
