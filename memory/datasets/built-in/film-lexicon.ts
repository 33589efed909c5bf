import type { CatalogueLexicon } from "../../items/lexicon.ts";

/**
 * Moods, manners and occasions as people say them of films: any of the values will do. Left of the bar genres, right of it keywords; both where
 * a mood shows in either. A catalogue that has none of the values passes the phrase over.
 */
const TABLE = `
dark = | bleak, dark humour, neo-noir, film noir, unsettling, dark comedy, dark fantasy, ominous, grim
dark and gritty = | gritty, bleak, grim, neo-noir
gritty = | gritty, grim, neo-noir
bleak = | bleak, grim, depressing, tragic
grim = | grim, bleak
noir = Film-Noir | neo-noir, film noir
light = Comedy | feel-good, whimsical, lighthearted, cheerful, playful, heartwarming
light hearted = Comedy | feel-good, whimsical, lighthearted, cheerful, playful
lighthearted = Comedy | feel-good, whimsical, lighthearted, cheerful, playful
fluffy = Comedy | feel-good, whimsical, lighthearted
cheerful = | cheerful, feel-good, lighthearted, joyful, joyous, uplifting
happy = | feel-good, uplifting, heartwarming, cheerful, joyful, joyous
happy ending = | feel-good, uplifting, heartwarming
upbeat = | feel-good, uplifting, cheerful
feel good = | feel-good, uplifting, heartwarming, lighthearted, cheerful, comforting
comforting = | feel-good, heartwarming, gentle, comforting
comfort = | feel-good, heartwarming, gentle, comforting
cosy = | feel-good, heartwarming, gentle, comforting
cozy = | feel-good, heartwarming, gentle, comforting
sweet = | heartwarming, gentle, feel-good
gentle = | gentle, heartwarming
calm = | gentle, slow burn, poetic
relaxing = | gentle, feel-good
easy = | feel-good, gentle, lighthearted
easy to watch = Comedy | feel-good, fast-paced, lighthearted
sad = | tear-jerker, melancholic, bittersweet, tragic, melancholy
tragic = | tragic, tear-jerker, bleak
make me cry = | tear-jerker, tearjerker
makes me cry = | tear-jerker, tearjerker
need to cry = | tear-jerker, tearjerker
good cry = | tear-jerker, tearjerker
cry = | tear-jerker, tearjerker
depressing = | bleak, melancholic, tear-jerker, depressing, tragic
heavy = | bleak, tear-jerker, tragic, grief, Holocaust
emotional = | tear-jerker, heartwarming, bittersweet, melancholic
moving = | tear-jerker, heartwarming, bittersweet
touching = | heartwarming, tear-jerker, bittersweet
heartbreaking = | tear-jerker, tragic, bittersweet
bittersweet = | bittersweet, melancholic
violent = | violent, violence, gore, brutality
violence = | violent, violence, gore, brutality
bloody = | violent, gore, violence, brutality
brutal = | violent, brutality, violence, gore
gory = | violent, gore, slasher
gore = | gore, violent, slasher
tense = | tense, suspenseful, intense
intense = | tense, intense, suspenseful, gritty
suspenseful = Thriller | tense, suspenseful
thrilling = Thriller | tense, suspenseful, exhilarated
exciting = Action, Adventure, Thriller | action-packed, fast-paced, exhilarated, excited
adrenaline = Action | action-packed, fast-paced
action packed = Action | action-packed, fast-paced
fast = | fast-paced, action-packed
fast paced = | fast-paced, action-packed
quick paced = | fast-paced, action-packed
pacy = | fast-paced, action-packed
slow = | slow burn, poetic
slow paced = | slow burn, poetic
slow burn = | slow burn
scary = Horror | scary, horrified
creepy = Horror | unsettling, scary, ominous
spooky = Horror | ghosts, scary
disturbing = | unsettling, shocking, disturbed
unsettling = | unsettling, disturbed, ominous
weird = | surreal, quirky, dreamlike, mind-bending, surrealism, absurd
strange = | surreal, quirky, dreamlike, mind-bending, surrealism
absurd = | absurd, surreal, satirical
surreal = | surreal, dreamlike, surrealism
trippy = | mind-bending, surreal, dreamlike
mind blowing = | mind-bending, twist ending
mindblowing = | mind-bending, twist ending
confusing = | mind-bending, nonlinear, ambiguous ending
quirky = | quirky, whimsical
smart = | thought-provoking, philosophical, thoughtful, witty, intelligence
clever = | thought-provoking, witty, twist ending, philosophical
intelligent = | thought-provoking, philosophical, thoughtful
deep = | thought-provoking, philosophical, character study
thoughtful = | thought-provoking, thoughtful, character study, philosophical
philosophical = | thought-provoking, philosophical
makes me think = | thought-provoking, philosophical
make me think = | thought-provoking, philosophical
simple = | feel-good, gentle, lighthearted
silly = | slapstick, satirical, absurd, playful
goofy = | slapstick, absurd, playful
brainless = | action-packed, slapstick
mindless = | action-packed, slapstick
popcorn = Action, Adventure | action-packed, fast-paced
beautiful = | visually stunning, poetic
pretty = | visually stunning
stylish = | visually stunning, atmospheric
atmospheric = | atmospheric, dreamlike
poetic = | poetic, dreamlike
arty = | poetic, surreal, slow burn, character study
arthouse = | poetic, surreal, slow burn, character study
art house = | poetic, surreal, slow burn, character study
inspiring = | uplifting, inspirational
inspirational = | uplifting, inspirational
uplifting = | uplifting, feel-good, inspirational
nostalgic = | nostalgic, nostalgia
satirical = | satirical, satire, political satire, social satire
witty = | witty, satirical
sarcastic = | witty, satirical, dark humour
sexy = | sensual, romantic
steamy = | sensual
hot = | sensual
epic = | epic
realistic = | gritty, true story, based on true story
date = Romance
date night = Romance
first date = Romance
anniversary = Romance
for couples = Romance
twist at the end = | twist ending
a twist at the end = | twist ending
date movie = Romance
romantic evening = Romance
valentines = Romance
chick flick = Romance + Comedy
girls night = Romance + Comedy
girls night out = Romance + Comedy
romcom = Romance + Comedy
rom com = Romance + Comedy
romantic comedy = Romance + Comedy
romantic comedies = Romance + Comedy
dramedy = Drama + Comedy
horror comedy = Horror + Comedy
musical comedy = Musical + Comedy
action comedy = Action + Comedy
rainy day = | feel-good, gentle, heartwarming, comforting
lazy sunday = | feel-good, gentle, heartwarming, comforting
halloween = Horror | halloween
christmassy = | Christmas, christmas
festive = | Christmas, christmas, holiday
xmas = | Christmas, christmas
space = | outer space, space travel, space
historical = History | nineteenth century, 19th century, Middle Ages, ancient world
based on a book = | literary adaptation, based on novel or book
based on a novel = | literary adaptation, based on novel or book
book adaptation = | literary adaptation, based on novel or book
plot twist = | twist ending
big twist = | twist ending
surprise ending = | twist ending
dog = | dog, animals
dogs = | dog, animals
animal = | animals
mafia = | mafia, organised crime, organized crime, mob
mob = | mob, mafia, organised crime, organized crime
gangster = Crime | gangster
gangsters = Crime | gangster
in colour = | not black and white
in color = | not black and white
colour = | not black and white
black and white = | black and white
silent = | silent film
silent movie = | silent film
`;

/** "Comedy | feel-good, whimsical" → { genre: ["Comedy"], keyword: ["feel-good", "whimsical"] }. */
export const FILM_LEXICON: CatalogueLexicon = Object.fromEntries(
  TABLE.trim()
    .split("\n")
    .map((line) => {
      const [phrase = "", meaning = ""] = line.split(" = ").map((part) => part.trim());
      const [genres = [], keywords = []] = meaning
        .split("|")
        .map((list) => list.split(",").map((value) => value.trim()))
        .map((list) => list.filter((value) => value !== ""));
      const entry = {
        ...(genres.length > 0 && { genre: genres }),
        ...(keywords.length > 0 && { keyword: keywords }),
      };
      return [phrase, entry];
    }),
);
