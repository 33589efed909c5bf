import { phraseReader } from "./act-reader.ts";

const PLEASE = "(?:please |ok |okay |no |nope |oops |oh |wait |hmm |sorry |actually |, )*";

/** Takes back the last turn: "undo", "go back", "never mind", "scratch that". */
export const undo = phraseReader(
  { act: "undo" },
  new RegExp(
    `^${PLEASE}(?:undo|revert|go back|back|step back|one step back|take (?:that|ITEM|it) back|scratch (?:that|ITEM)|never ?mind|cancel(?: that| ITEM)?|undo (?:that|this|ITEM|the last.*))(?: (?:that|please|again|a step|one step|to (?:before|the).*))*(?: ,.*)?$|^${PLEASE}(?:(?:that|ITEM|thats|that is|ITEM is|this is) (?:is )?(?:wrong|not right|not what i (?:meant|asked for|asked|wanted|said))|not what i (?:meant|asked for|wanted))$`,
  ),
);

/** Drops everything asked for so far; memory stays. */
export const startOver = phraseReader(
  { act: "start-over" },
  /\b(?:start(?:ing)? (?:over|again|afresh|fresh|anew)|from scratch|begin again|reset(?: everything| all| the (?:search|filters))?|new search|clear (?:the |my |all )*(?:filters?|search|constraints)|(?:something|anything) (?:completely|totally|entirely) (?:different|else))\b(?: please)?/,
);

export const help = phraseReader(
  { act: "help" },
  /^(?:please |, )*(?:help(?: me| me out)?(?: please)?|what can (?:you|i) (?:do|say|ask)(?: (?:here|for me|with you))?|how does (?:this|ITEM|it) work|how do (?:i|you) (?:use (?:this|ITEM|you|it)|work)|what are (?:the|your) commands|commands|what do you do|who are you|what are you|how can you help(?: me)?|instructions)$/,
);

export const greet = phraseReader(
  { act: "greet" },
  /^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hello there|hi there|hey there|hallo)(?= |$)(?: (?:there|cicerone|again|everyone|all|friend|mate|how are you(?: doing)?(?: today)?))*(?: , how are you(?: doing)?(?: today)?)?/,
);

/** Thanks, and a bare "ok", "cool", "perfect". */
export const thank = phraseReader(
  { act: "thank" },
  /^(?:ok|okay|cool|nice|great|perfect|good|got it|alright|all right|fine|sounds good|yes|yeah|awesome|excellent|lovely|wonderful|brilliant)$|\b(?:thanks|thank you|thx|cheers|much appreciated)(?= |$)(?: (?:so much|very much|a lot|a bunch|a million|anyway|for (?:that|this|the help|your help)))*/,
);

export const leave = phraseReader(
  { act: "leave" },
  /^(?:ok |okay |thanks |well |alright |, )*(?:bye|bye bye|goodbye|good night|see (?:you|ya)(?: later| soon| around)?|quit|exit|thats all(?: for (?:now|today))?|that is all|im done|i am done|ciao|until next time|have a (?:good|nice|great) (?:day|night|evening|one)|im off)(?: (?:then|now|for now))*$/,
);
