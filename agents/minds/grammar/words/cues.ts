import { phrasesOf, phraseTable } from "../phrases.ts";

/** How a speaker stands to what follows. */
export type Stance =
  | "want"
  | "exclude"
  | "example"
  | "counterexample"
  | "love"
  | "hate"
  | "tolerate"
  | "seen"
  | "unseen"
  | "reject";

const TABLE: readonly (readonly [phrases: string, stance: Stance])[] = [
  [
    "i want|i would like|id like|i d like|id love|i would love|wed like|we would like|we want|i wanna|give me|give us|show me|show us|find me|find us|get me|recommend|recommend me|suggest|suggest me|looking for|searching for|in the mood for|in a mood for|how about|what about|something|anything|i feel like|feel like|feeling like|i fancy|fancy|i need|we need|lets have|lets see|lets watch|let me see|can i have|could i have|do you have|have you got|got any|any good|instead|just|only|make it|tonight a|tonight an|tonight i want|id rather|i would rather|rather|id prefer|i would prefer|want|id rather have|some|must be|has to be|have to be|should be|needs to be|more",
    "want",
  ],
  [
    "no|not|without|nothing|none|except|except for|excluding|exclude|other than|apart from|aside from|avoid|avoiding|leave out|leaving out|minus|sans|none of|no more|enough of|i dont want|we dont want|dont want|do not want|i do not want|dont show me|do not show me|dont give me|do not give me|dont recommend|dont recommend me|do not recommend|dont suggest|dont suggest me|do not suggest|never show me|never give me|never recommend|never recommend me|never suggest|never suggest me|stop showing me|stop recommending|stop suggesting|dont need|i dont need|anything but|everything but|never|remove|drop|get rid of|take out|take away|throw out|filter out|neither|nor|isnt|is not|arent|are not|free of|cut|cut out|and not|but not|not a|not an|not any|no need for|cant be|must not be|shouldnt be|should not be|skip|less|fewer|lose|ditch|too many|too much",
    "exclude",
  ],
  [
    "like|similar to|in the vein of|in the style of|along the lines of|reminiscent of|akin to|such as|comparable to|more like|same as|as good as|close to|closer to|just like|kind of like|sort of like|if i liked|if i loved|because i liked|because i loved|based on|inspired by|in the spirit of|reminds me of|remind me of|much like|a lot like|more of|as in|something like|anything like|ones like",
    "example",
  ],
  [
    "not like|unlike|nothing like|less like|not similar to|dont want anything like|different from|different to",
    "counterexample",
  ],
  [
    "i love|love|loved|i loved|i like|i liked|liked|we like|we love|we loved|we liked|i really like|i really love|i really liked|i really loved|i also like|i also love|i also liked|i also loved|i adore|adore|adored|i enjoy|enjoy|enjoyed|i enjoyed|i really enjoyed|fan of|a fan of|big fan of|huge fan of|im a fan of|fond of|really into|im into|i am into|im really into|crazy about|mad about|my favourite is|my favorite is|my favourites are|my favorites are|my favourite film is|my favorite movie is|favourite|favorite|cant get enough of|i prefer|i quite like|i kind of like|i sort of like|i do like|i always like|i always love|i usually like|i generally like|i tend to like|into|a sucker for|he likes|she likes|they like|likes|loves|he loves|she loves|they love",
    "love",
  ],
  [
    "i hate|hate|hated|i hated|we hate|we hated|hates|i cant stand|cant stand|cannot stand|couldnt stand|can not stand|dont like|didnt like|do not like|did not like|doesnt like|does not like|i dont like|i didnt like|i dont really like|dont really like|didnt really like|i never liked|never liked|i dislike|dislike|disliked|dislikes|dont enjoy|didnt enjoy|did not enjoy|do not enjoy|doesnt enjoy|dont love|didnt love|not a fan of|not a big fan of|im not a fan of|not really a fan of|not into|im not into|not really into|not keen on|not big on|detest|detested|loathe|loathed|despise|despised|sick of|tired of|bored of|bored by|bored with|fed up with|allergic to|cant bear|couldnt bear|didnt care for|dont care for|i never watch|never watch|i never read|i never use|i dont watch|i dont do|not fond of|had enough of|not crazy about|put off by|turned off by",
    "hate",
  ],
  [
    "i dont mind|dont mind|do not mind|doesnt mind|i no longer mind|ok with|okay with|fine with|im fine with|i dont hate|dont hate|no problem with|nothing against|not opposed to|not against|dont have anything against|i can live with|no longer hate|i no longer hate",
    "tolerate",
  ],
  [
    "seen|ive seen|i have seen|already seen|ive already seen|i saw|saw|watched|ive watched|i watched|just watched|just saw|weve seen|we saw|we watched|we have seen|already watched|ive just seen|ive just watched|finished",
    "seen",
  ],
  [
    "havent seen|have not seen|not seen|never seen|ive never seen|i havent seen|i have never seen|didnt see|did not see|havent watched|have not watched|never watched|yet to see|not yet seen|havent yet seen|ive not seen|should i see|should i watch|want to see|wanna see|going to see|going to watch|want to watch|to watch|to see|want me to watch",
    "unseen",
  ],
  [
    "not interested in|im not interested in|no interest in|uninterested in|dont fancy|do not fancy|dont feel like|not feeling|not in the mood for|im not in the mood for|reject|swap|swap out|replace|pass on|i pass on|dont want to see|dont want to watch|wouldnt watch|i wouldnt watch|wont watch|i wont watch|dismiss",
    "reject",
  ],
];

/** Longer phrases win, so "i don't like" is not "like". */
export const CUES = phraseTable(phrasesOf(TABLE));

/** Verdicts that follow what they judge: "the second was boring". */
export const VERDICTS_AFTER = phraseTable(
  phrasesOf<"love" | "hate" | "reject" | "seen">([
    [
      "great|amazing|fantastic|brilliant|excellent|wonderful|awesome|perfect|superb|lovely|fabulous|good|really good|very good|so good|the best|a masterpiece|masterpiece|incredible|terrific|my favourite|my favorite|one of my favourites|one of my favorites|fun|a classic|beautiful|a lot of fun|pretty good",
      "love",
    ],
    [
      "terrible|awful|boring|bad|really bad|very bad|so bad|overrated|dull|horrible|rubbish|crap|meh|a bore|the worst|stupid|disappointing|a disappointment|dreadful|garbage|trash|lame|not good|not great|not very good|not my thing|not for me|not my cup of tea|not my taste|not my style|weak|unwatchable|a waste of time|so boring|too boring|really boring|isnt for me|isnt my thing|bores me|bored me|puts me off|annoys me",
      "hate",
    ],
    [
      "no thanks|not tonight|nah|no thank you|doesnt appeal|does not appeal to me|doesnt appeal to me|not interesting|doesnt interest me|not what i want",
      "reject",
    ],
    ["ive seen|i have seen|i know already|seen already|i already know", "seen"],
  ]),
);

/** Words that make what is said hold for this talk only. */
export const TONIGHT = /^(?:tonight|today|now|evening|currently)$/;

/** Somebody else whose taste is spoken of. */
export const OTHERS = new Set(
  "wife husband girlfriend boyfriend partner kids kid son daughter children mother father mum mom dad friend friends she he they her him parents brother sister family roommate flatmate".split(
    " ",
  ),
);
