import { Box } from "ink";
import type { ReactNode } from "react";
import type { AnswerItem } from "../../agents/answer.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { sanitiseLine } from "../sanitise.ts";
import { facetLine, ratingText, stars, titleText } from "../talk/wording.ts";
import { Tone } from "./theme.tsx";

export interface CardProps {
  readonly item: AnswerItem;
  /** Counts from 1: what "the second one" means. */
  readonly number: number;
  readonly catalogue: Catalogue;
}

/** One recommended item: number, title, year, facets, predicted rating with its interval, one reason. */
export function Card({ item, number, catalogue }: CardProps): ReactNode {
  const facets = facetLine(item.facets, catalogue.facets);
  const reason = item.reasons[0]?.claim;
  const { predictedRating } = item;
  return (
    <Box>
      <Box width={4} flexShrink={0} justifyContent="flex-end" paddingRight={1}>
        <Tone as="muted">{number}</Tone>
      </Box>
      <Box flexDirection="column" flexGrow={1} flexShrink={1}>
        <Tone as="title">{titleText(item, catalogue.facets)}</Tone>
        {predictedRating !== undefined && (
          <Tone as="rating">
            {catalogue.scale === undefined ? "" : `${stars(predictedRating.value, catalogue.scale)} `}
            {ratingText(predictedRating)}
          </Tone>
        )}
        {facets !== "" && <Tone as="muted">{facets}</Tone>}
        {reason !== undefined && <Tone as="reason">{sanitiseLine(reason)}</Tone>}
      </Box>
    </Box>
  );
}
