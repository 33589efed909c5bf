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
  /** Neither wanted nor ruled out: "not only comedies". */
  | "open"
  | "seen"
  | "unseen"
  | "reject";

/** Every phrase that sets a stance for what follows it, by stance. */
export const CUE_TABLE: readonly (readonly [phrases: string, stance: Stance])[] = [
  [
    "i want|i would like|id like|i d like|id love|i would love|wed like|we would like|we want|i wanna|give me|give us|show me|show us|find me|find us|get me|recommend|recommend me|suggest|suggest me|looking for|searching for|in the mood for|in a mood for|how about|what about|something|anything|i feel like|feel like|feeling like|i fancy|fancy|i need|we need|lets have|lets see|lets watch|let me see|can i have|could i have|do you have|have you got|got any|any good|instead|just|only|make it|tonight a|tonight an|tonight i want|id rather|i would rather|rather|id prefer|i would prefer|want|id rather have|some|must be|has to be|have to be|should be|needs to be|more|gimme|nothing but|nothing except|nothing other than|nothing besides|nothing apart from|nothing else but|none but|not anything but|not anything except|do you not have|have you not got|dont you have|havent you got|do you have no|have you got no|is there no|are there no|isnt there|isnt there any|arent there|arent there any|as long as its|so long as its|as long as it is|so long as it is|if its|not without|cant go wrong with|could go for|could do with|wouldnt say no to|would not say no to|im after|i am after|were after|we are after|id be up for|yes to|any chance of|is there any chance of|any chance you have|would you mind suggesting|would you mind recommending|would you mind showing me|hit me with|help me find|help us find|let us have|time for|in search of|hunting for|yes to|up for|craving|dying for|desperate for|hungry for|ready for|keen to see|we need|i could use|provided its|provided it is|no brainer|i never knew|never knew|i never thought|never thought|never imagined|i never imagined|never realized|never realised",
    "want",
  ],
  [
    "no|not|without|nothing|none|except|except for|excluding|exclude|other than|apart from|aside from|avoid|avoiding|leave out|leaving out|minus|sans|none of|no more|enough of|i dont want|we dont want|dont want|do not want|i do not want|dont show me|do not show me|dont give me|do not give me|dont recommend|dont recommend me|do not recommend|dont suggest|dont suggest me|do not suggest|never show me|never give me|never recommend|never recommend me|never suggest|never suggest me|stop showing me|stop recommending|stop suggesting|dont need|i dont need|anything but|everything but|never|remove|drop|get rid of|take out|take away|throw out|filter out|neither|nor|isnt|is not|arent|are not|free of|cut|cut out|and not|but not|not a|not an|not any|no need for|cant be|must not be|shouldnt be|should not be|skip|less|fewer|lose|ditch|too many|too much|non|unless|unless its|unless it is|not another|not yet another|no more of|no way to|hardly any|barely any|scarcely any|almost no|little or no|zero|not much|not many|not a lot of|not too much|not too many|as little|as few|done with|im done with|enough with|enough with the|had it with|ive had it with|spare me|spare me the|spare us|hold the|go easy on|easy on|go light on|light on|lay off|ease up on|cut down on|cool it with|away with|stay away from|keep away from|steer clear of|keep clear of|keep off|ban|block|hide|omit|scrap|nix|instead of|rather than|as opposed to|in place of|want to avoid|trying to avoid|want to skip|no to|ruling out|rule out|cant watch|cannot watch|if its not|if it isnt|as long as its not|so long as its not|as long as it isnt|so long as it isnt|as long as it is not|as long as there is no|as long as theres no|provided its not|provided it isnt|everything except|everything besides|anything except|anything other than|anything besides|anything apart from|all but|all except|nothing too|never any|never again|keep showing me|keep recommending|keep recommending me|keep suggesting|keep giving me|stop with|stop with the|enough|seen enough|ive seen enough|break from|a break from|need a break from|i need a break from|give me a break from|taking a break from|a change from|besides|no need of|forget about|not so many",
    "exclude",
  ],
  [
    "in the direction of|something in the direction of|along the same lines as|like|between|somewhere between|something between|halfway between|in between|a mix of|a cross between|a blend of|similar to|in the vein of|in the style of|along the lines of|reminiscent of|akin to|such as|comparable to|more like|same as|as good as|close to|closer to|just like|kind of like|sort of like|if i liked|if i loved|because i liked|because i loved|based on|inspired by|in the spirit of|reminds me of|remind me of|much like|a lot like|more of|as in|something like|anything like|ones like",
    "example",
  ],
  [
    "not like|but not like|and not like|only not like|just not like|unlike|nothing like|less like|not similar to|dont want anything like|different from|different to",
    "counterexample",
  ],
  [
    "devoured|i devoured|inhaled|i inhaled|couldnt put down|couldnt stop watching|i love|love|loved|i loved|i like|i liked|liked|we like|we love|we loved|we liked|i really like|i really love|i really liked|i really loved|i also like|i also love|i also liked|i also loved|i adore|adore|adored|i enjoy|enjoy|enjoyed|i enjoyed|i really enjoyed|fan of|a fan of|big fan of|huge fan of|im a fan of|fond of|really into|im into|i am into|im really into|crazy about|mad about|my favourite is|my favorite is|my favourites are|my favorites are|my favourite film is|my favorite movie is|favourite|favorite|cant get enough of|i prefer|i quite like|i kind of like|i sort of like|i do like|i always like|i always love|i usually like|i generally like|i tend to like|into|a sucker for|always in for|cant get enough|couldnt get enough of|never get enough of|never tire of|never tired of|cant live without|cant beat|you cant beat|cant resist|addicted to|obsessed with|partial to|im all about|all about|a fan|a lover of|keen on|big on|he likes|she likes|they like|likes|loves|he loves|she loves|they love|only watches|only reads|only likes|mostly watches|mostly reads|only ever watches|only ever reads|watches nothing but|reads nothing but|is into|are into",
    "love",
  ],
  [
    "i hate|hate|hated|i hated|we hate|we hated|hates|i cant stand|cant stand|cannot stand|couldnt stand|can not stand|dont like|didnt like|do not like|did not like|doesnt like|does not like|i dont like|i didnt like|i dont really like|dont really like|didnt really like|i never liked|never liked|not into any|not really into any|i dislike|dislike|disliked|dislikes|dont enjoy|didnt enjoy|did not enjoy|do not enjoy|doesnt enjoy|dont love|didnt love|not a fan of|not a big fan of|im not a fan of|not really a fan of|not into|im not into|not really into|not keen on|not big on|detest|detested|loathe|loathed|despise|despised|sick of|tired of|bored of|bored by|bored with|fed up with|allergic to|cant bear|couldnt bear|didnt care for|dont care for|i never watch|never watch|i never read|i never use|i dont watch|i dont do|not fond of|had enough of|not crazy about|put off by|turned off by|scared of|afraid of|terrified of|frightened of|im over|i am over|so over|im so over|cant do|i cant do|cant handle|cannot handle|cant take|cannot take|cant deal with|cant face|cant stomach|couldnt get into|cant get into|dont get on with|opposed to|averse to|against|can do without|could do without|no fan of|no lover of|no friend of|hardly a fan of|never been a fan of|never been into|never cared for|never got into|lost interest in|gone off|ive gone off|weary of|over with|not interested in any|couldnt care less about",
    "hate",
  ],
  [
    "i dont mind|dont mind|do not mind|doesnt mind|i no longer mind|ok with|okay with|fine with|im fine with|i dont hate|dont hate|no problem with|nothing against|not opposed to|not against|dont have anything against|i can live with|no longer hate|i no longer hate|dont mind a bit of|fine by me|used to hate|used to love|used to like|open to|happy with",
    "tolerate",
  ],
  [
    "not just|not only|not necessarily|not exclusively|not merely|not simply|not always|not limited to|not restricted to|not strictly|doesnt have to be|does not have to be|dont have to be|do not have to be|neednt be|need not be|doesnt need to be|does not need to be|doesnt necessarily have to be|doesnt matter if its|whether its|whether or not its|no need to be|dont just want|dont only want|more than just|didnt say no|never said no|not saying no|im not saying no",
    "open",
  ],
  [
    "i know|we know|i already know|we already know|seen|ive seen|i have seen|already seen|ive already seen|i saw|saw|watched|ive watched|i watched|just watched|just saw|weve seen|we saw|we watched|we have seen|already watched|ive just seen|ive just watched|finished",
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
export const CUES = phraseTable(phrasesOf(CUE_TABLE));

/** Verdicts that follow what they judge: "the second was boring". Tolerance says nothing of a single item. */
export const VERDICTS_AFTER = phraseTable(
  phrasesOf<"love" | "hate" | "reject" | "seen" | "tolerate" | "want" | "open">([
    [
      "great|amazing|fantastic|brilliant|excellent|wonderful|awesome|perfect|superb|lovely|fabulous|good|really good|very good|so good|the best|a masterpiece|masterpiece|incredible|terrific|my favourite|my favorite|my favourites|my favorites|one of my favourites|one of my favorites|my jam|my thing|my cup of tea|my kind of thing|fun|a classic|beautiful|a lot of fun|pretty good|not bad|not bad at all|not half bad|not too bad|not so bad|isnt bad|wasnt bad|wasnt bad at all|isnt half bad|rocks|rock|rules|never gets old|never get old|make me happy|makes me happy|blew me away|blew my mind|knocked me out|floored me|swept me away|bowled me over|made me cry|stayed with me|was a blast|is a blast|was worth it|did not disappoint|didnt disappoint|never disappoints|hilarious|so funny|super cool|so cool|cute|so cute|a must see|my other favorites|my other favourites|my all time favorite|my all time favourite",
      "love",
    ],
    [
      "terrible|awful|boring|bad|really bad|very bad|so bad|overrated|dull|horrible|rubbish|crap|meh|a bore|the worst|stupid|disappointing|a disappointment|dreadful|garbage|trash|lame|not good|not great|not very good|not so good|not all that|not that great|not that good|not my thing|not for me|not my cup of tea|not my taste|not my style|not my jam|not my bag|not my kind of thing|not our thing|not for us|weak|unwatchable|a waste of time|so boring|too boring|really boring|isnt for me|isnt my thing|arent for me|arent my thing|isnt my cup of tea|arent my cup of tea|aint my thing|bores me|bore me|bored me|bored me to tears|bore me to tears|puts me off|put me off|annoys me|annoy me|annoyed me|scares me|scare me|scared me|turns me off|turn me off|gives me nightmares|give me nightmares|makes me sick|make me sick|leaves me cold|leave me cold|does nothing for me|do nothing for me|did nothing for me|gets on my nerves|get on my nerves|not so much|too much for me|is too much for me|sucks|suck|sucked|stinks|isnt great|isnt good|wasnt great|wasnt good|depresses me|depress me|bums me out|makes me cringe|make me cringe|makes me sleepy|make me sleepy|puts me to sleep|put me to sleep",
      "hate",
    ],
    [
      "shouldnt be in it|shouldnt be in them|should not be in it|should not be in them|mustnt be in it|mustnt be in them|must not be in it|must not be in them|cant be in it|cant be in them|isnt in it|isnt in them|isnt in there|is not in it|is not in them|arent in it|arent in them|shouldnt appear|should not appear|must not appear|shouldnt come up|should not come up|shouldnt come up in it|shouldnt come up in them|shouldnt be there|shouldnt be part of it|shouldnt play in it|no thanks|no thank you|no way|not tonight|not today|not now|not again|nah|nope|never|never again|no|out|off|free|doesnt appeal|dont appeal|does not appeal to me|doesnt appeal to me|dont appeal to me|not interesting|doesnt interest me|dont interest me|not what i want|not what im after|not wanted|not welcome|not allowed|not an option|off the table|off the menu|out of the question|forbidden|wont do|away|at bay|not please|excluded|not included|can wait|need not apply|absolutely not|definitely not|certainly not|hell no|god no|please no|please not|not really|hard pass|another time|maybe another time|some other time|not this time|aside",
      "reject",
    ],
    [
      "fine|ok|okay|alright|all right|allowed|welcome|acceptable|not a problem|no problem|isnt a problem|arent a problem|doesnt bother me|dont bother me|fine by me|fine with me|ok with me|okay with me|tolerable",
      "tolerate",
    ],
    [
      "wouldnt hurt|would not hurt|wouldnt go amiss|wouldnt be bad|would do|would do nicely|will do|only|is a must|are a must|a must",
      "want",
    ],
    [
      "too strict|too tight|too narrow|too limiting|not enough|too much to ask|no must|not a must|optional",
      "open",
    ],
    [
      "ive seen|i have seen|i know|i know it|i know that one|i know already|seen already|i already know",
      "seen",
    ],
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
