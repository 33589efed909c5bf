/** Where things of all kinds are to be had, which a catalogue does not know. */
const PLACES =
  "netflix|hulu|prime|amazon|disney|hbo|max|apple tv|youtube|kindle|audible|spotify|dvd|blu ray|sephora|ebay";

/** "which of them are on Netflix?", "where can I buy it?". */
export const ELSEWHERE = new RegExp(
  `^.*\\b(?:(?:on|streams? on|streaming on|available on|available in|sold on|sold at) (?:${PLACES})|where (?:can|could|do|would|should) (?:i|we|you|one) (?:watch|stream|buy|get|find|rent|see|read|order)|showtimes|showing (?:near|in cinemas?)|in (?:cinemas?|theaters?|theatres?|stock|shops|stores) (?:now|today)|streaming (?:service|platform)s?)\\b.*$`,
);
