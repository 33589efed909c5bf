import { numberAt } from "../quantities.ts";
import type { Utterance } from "../utterance.ts";
import { type ActReader, type Claim, find, phraseReader } from "./act-reader.ts";

const PLEASE = "(?:please |ok |okay |no |nope |oops |oh |ah |eh |hm |hmm |well |wait |sorry |actually |, )*";

const MANY =
  /^(?:please |ok |oops |no |, )*(?:undo|go back|take back|step back|back)(?: (?:the|my|by|all|a))*(?: last| past| previous)? ?(?<count>twice|thrice|COUNT|\d+|two|three|four|five|six|seven|eight|nine|ten|couple)(?: of)?(?: (?:steps?|turns?|times|things?|changes|moves|more))?(?: please)?$/;

const ONE_MORE =
  /^(?:(?:and|ok|please|,) )*(?:COUNT|one|once)(?: more)?(?: (?:steps?|times?))? back(?: please)?$/;
const LAST_FEW =
  /^(?:(?:please|ok|oops|no) )*(?:undo|take back|go back|revert) (?:the |my )?(?:last|past|previous) (?:\w+|twenty)(?: (?:steps?|turns?|things?|changes|moves))?(?: please)?$/;

/** "undo the last two", "go back 3 steps", "undo twice". */
const undoMany: ActReader = {
  name: "undo",
  read(utterance) {
    // "The last two" are items elsewhere.
    const words = utterance.tokens.map(({ norm }) => norm).join(" ");
    const steps = LAST_FEW.test(words) ? numberIn(utterance.tokens, 0) : undefined;
    if (steps !== undefined)
      return [{ from: 0, to: utterance.tokens.length, acts: [{ act: "undo" as const, steps }] }];
    const back = find(utterance, ONE_MORE).map(({ from, to }) => ({
      from,
      to,
      acts: [{ act: "undo" as const }],
    }));
    return back.length > 0 ? back : undoneMany(utterance);
  },
};

function undoneMany(utterance: Utterance): readonly Claim[] {
  return find(utterance, MANY).flatMap((found) => {
    const word = found.match.groups?.count ?? "";
    const count = utterance.spans.find(({ span }) => span.from >= found.from && span.meaning.kind === "count")
      ?.span.meaning;
    const said = { twice: 2, thrice: 3, couple: 2 }[word] ?? numberIn(utterance.tokens, found.from);
    const steps = count?.kind === "count" ? count.count : said;
    return steps === undefined ? [] : [{ from: found.from, to: found.to, acts: [{ act: "undo", steps }] }];
  });
}

function numberIn(tokens: Parameters<typeof numberAt>[0], from: number): number | undefined {
  for (let at = from; at < tokens.length; at++) {
    const value = numberAt(tokens, at)?.value;
    if (value !== undefined && Number.isInteger(value) && value > 0) return value;
  }
  return undefined;
}

/** Takes back the last turn: "undo", "go back", "never mind", "scratch that". */
const undoOne = phraseReader(
  { act: "undo" },
  new RegExp(
    `^${PLEASE}(?:undo|revert|go back|back|step back|one step back|(?:one |once |and )*more back|back (?:again|once more|one more)|and again back|take (?:that|ITEM|it) back|scratch (?:that|ITEM)|never ?mind|cancel(?: that| ITEM)?|undo (?:that|this|ITEM|the last.*))(?: (?:that|please|again|a step|one step|to (?:before|the).*))*(?: ,.*)?$|^${PLEASE}(?:(?:that|ITEM|thats|that is|ITEM is|this is) (?:is )?(?:wrong|not right|not what i (?:meant|asked for|asked|wanted|said))|not what i (?:meant|asked for|wanted))$|(?:^|, )(?:and |please )*(?:(?:go|lets go|take me|bring) )?back to (?:the )?(?:ones?|list|what|previous|last|first|earlier|COUNT)(?: (?:ones?|list|you|we|i|had|showed|from))*(?: (?:before|earlier|previously))?$`,
  ),
);

export const undo: ActReader = {
  name: "undo",
  read: (utterance) => {
    const many = undoMany.read(utterance);
    return many.length > 0 ? many : undoOne.read(utterance);
  },
};

/** Drops everything asked for so far; memory stays. */
export const startOver = phraseReader(
  { act: "start-over" },
  /\b(?:start(?:ing)? (?:over|again|afresh|fresh|anew)|from scratch|begin again|(?:scrap|forget|drop|scratch) (?:all (?:of )?)(?:that|this|ITEM|it)|(?:scrap|drop) everything|reset(?: everything| all| the (?:search|filters))?|new search|clear (?:the |my |all )*(?:filters?|search|constraints)|forget (?:the|my|all) (?:filters?|search|constraints))\b(?: please)?/,
);

export const help = phraseReader(
  { act: "help" },
  /^(?:please |, )*(?:help(?: me| me out)?(?: please)?|what can (?:you|i) (?:do|say|ask)(?: (?:here|for me|with you))?|how does (?:this|ITEM|it) work|how do (?:i|you) (?:use (?:this|ITEM|you|it)|work)|what are (?:the|your) commands|commands|what do you do|who are you|what are you|how can you help(?: me)?|instructions)$/,
);

export const greet = phraseReader(
  { act: "greet" },
  /^(?:hi|hello|hey|hiya|howdy|yo|greetings|happy new year|merry christmas|happy holidays|good (?:morning|afternoon|evening|day)|hello there|hi there|hey there|hallo)(?= |$)(?: (?:there|cicerone|again|everyone|all|friend|mate|how are you(?: doing)?(?: today)?))*(?: , how are you(?: doing)?(?: today)?)?/,
);

/** Thanks, a compliment, and a bare "ok", "cool", "perfect". */
export const thank = phraseReader(
  { act: "thank" },
  /^(?:(?:cool|nice|great|wow|perfect|ok|haha|awesome|lovely|,) )*(?:youre|you are|this is|thats|that was|you (?:really )?(?:know|get)) (?:so |really |very |pretty |quite )?(?:good|great|amazing|awesome|brilliant|the best|clever|smart|helpful|useful|fun|cool|nice|impressive|handy|me|your (?:stuff|ones))(?: at (?:this|that|it))?$|^(?:(?:cool|nice|great|wow|,) )*(?:good|great|nice|well|lovely) (?:job|work|done|one)$|^(?:i )?(?:like|love) (?:this|how you|your (?:taste|style)).*$|^(?:ok|okay|cool|nice|great|perfect|good|got it|alright|all right|fine|(?:that |ITEM )?(?:all )?sounds? (?:good|great|perfect|nice)|yes|yeah|yep|awesome|excellent|lovely|wonderful|brilliant|good (?:choice|pick|list|ones|one|stuff|idea)s?|nice (?:choice|pick|list|one)s?|great (?:choice|pick|list|one)s?|thats (?:great|perfect|good|it|fine)|will do|makes sense|i see)$|\b(?:thanks|thank you|thx|cheers|much appreciated)(?= |$)(?: (?:so much|very much|a lot|a bunch|a million|anyway|for (?:that|this|the help|your help)))*/,
);

export const leave = phraseReader(
  { act: "leave" },
  /^(?:ok |okay |thanks |well |alright |, )*(?:(?:thanks|thank you|you too|same to you|and)(?: ,)? )*(?:bye|bye bye|goodbye|good night|you too|same to you|see (?:you|ya)(?: later| soon| around)?|quit|exit|thats all(?: for (?:now|today))?|that is all|im done|i am done|ciao|until next time|have a (?:good|nice|great) (?:day|night|evening|one)|im off)(?: (?:then|now|for now))*$/,
);
