import { Box } from "ink";
import type { ReactNode } from "react";
import type { AnswerItem } from "../../agents/answer.ts";
import { sanitiseLine } from "../sanitise.ts";
import type { CatalogueFace } from "../talk/catalogue-face.ts";
import { facetLine, ratingText, stars, titleText } from "../talk/wording.ts";
import { Prose, Tone } from "./theme.tsx";

export interface CardProps {
  readonly item: AnswerItem;
  /** Counts from 1: what "the second one" means. */
  readonly number: number;
  readonly catalogue: CatalogueFace;
  readonly width: number;
}

const MARGIN = 4;

/** One recommended item: number, title, year, facets, predicted rating with its interval, one reason. */
export function Card({ item, number, catalogue, width }: CardProps): ReactNode {
  // Lines break after a dot, never before it.
  const facets = facetLine(item.facets, catalogue.facets).replaceAll(" · ", "\u00a0· ");
  const reason = item.reasons[0]?.claim;
  const { predictedRating } = item;
  const room = width - MARGIN;
  return (
    <Box>
      <Box width={MARGIN} flexShrink={0} justifyContent="flex-end" paddingRight={1}>
        <Tone as="muted">{number}</Tone>
      </Box>
      <Box flexDirection="column" flexGrow={1} flexShrink={1}>
        <Box flexWrap="wrap" columnGap={2}>
          <Tone as="title">{titleText(item, catalogue.facets)}</Tone>
          {predictedRating !== undefined && (
            <Tone as="rating">
              {catalogue.scale === undefined ? "" : `${stars(predictedRating.value, catalogue.scale)} `}
              {ratingText(predictedRating)}
            </Tone>
          )}
        </Box>
        {facets !== "" && (
          <Prose as="muted" width={room}>
            {facets}
          </Prose>
        )}
        {reason !== undefined && (
          <Prose as="reason" width={room}>
            {sanitiseLine(reason)}
          </Prose>
        )}
      </Box>
    </Box>
  );
}
