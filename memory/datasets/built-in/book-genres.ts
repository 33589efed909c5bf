import type { Shelves } from "./book-shelves.ts";

/**
 * What kind of book it is → the readers' shelves that say so. A shelf for two kinds that go together ("mystery-thriller") says both;
 * one for two of which a book is mostly the one or the other ("sci-fi-fantasy") says nothing.
 */
export const GENRE_SHELVES: Shelves = {
  Fantasy:
    "fantasy fantasy-fiction fiction-fantasy fantasy-books epic-fantasy high-fantasy fantasy-epic dark-fantasy modern-fantasy contemporary-fantasy historical-fantasy ya-fantasy young-adult-fantasy fantasy-ya fantasy-romance adult-fantasy fantasía fantasia sword-and-sorcery sword-sorcery",
  "Science Fiction":
    "science-fiction sci-fi scifi sf sciencefiction hard-sf hard-sci-fi hard-science-fiction military-sci-fi space-opera cyberpunk classic-sci-fi sci-fi-thriller ya-sci-fi ya-science-fiction fantascienza ciencia-ficción ciencia-ficcion sci-fi-romance",
  Mystery:
    "mystery mysteries mystery-thriller mystery-thrillers mysteries-thrillers mystery-and-thriller mysteries-and-thrillers thriller-mystery mystery-suspense mystery-and-suspense suspense-mystery mystery-crime mystery-and-crime crime-mystery crime-and-mystery mystery-thriller-suspense mystery-suspense-thriller mystery-crime-thriller crime-mystery-thriller mystery-detective detective-mystery detective detectives detective-fiction detective-stories murder-mystery murder-mysteries whodunit whodunnit cozy-mystery cozy-mysteries cosy-mystery mystery-cozy historical-mystery historical-mysteries british-mystery british-mysteries classic-mystery classic-mysteries golden-age-mystery paranormal-mystery ya-mystery police-procedural police-procedurals private-investigator private-eye private-detective sleuths krimi policier fiction-mystery mystery-fiction humorous-mystery mystery-historical mystery-series",
  Thriller:
    "thriller thrillers suspense mystery-thriller mystery-thrillers mysteries-thrillers mystery-and-thriller mysteries-and-thrillers thriller-mystery mystery-suspense mystery-and-suspense suspense-mystery suspense-thriller thriller-suspense mystery-thriller-suspense mystery-suspense-thriller mystery-crime-thriller crime-mystery-thriller crime-thriller crime-thrillers thriller-crime action-thriller thriller-action psychological-thriller psychological-thrillers psychological-suspense legal-thriller legal-thrillers political-thriller political-thrillers medical-thriller medical-thrillers techno-thriller technothriller military-thriller spy-thriller spy-thrillers conspiracy-thriller historical-thriller horror-thriller thriller-horror sci-fi-thriller suspense-horror horror-suspense romantic-suspense fiction-thriller thriller-fiction suspence",
  Crime:
    "crime crime-fiction crime-thriller crime-thrillers thriller-crime crime-mystery mystery-crime crime-and-mystery mystery-and-crime mystery-crime-thriller crime-mystery-thriller crime-novels crime-detective crime-noir fiction-crime crime-drama noir hard-boiled hardboiled scandinavian-crime scandinavian-crime-fiction nordic-noir nordic-crime krimi gialli deckare",
  Espionage:
    "espionage spy spies spy-thriller spy-thrillers spy-fiction spy-novels spy-novel spy-stories spy-books spy-espionage intelligence cia",
  Horror:
    "horror horror-fiction fiction-horror horror-thriller thriller-horror horror-suspense suspense-horror horror-supernatural horror-paranormal gothic-horror ghost-stories ghost-story mystery-horror",
  Paranormal:
    "paranormal supernatural paranormal-fantasy paranormal-supernatural fantasy-paranormal paranormal-romance romance-paranormal paranormal-fiction paranormal-mystery ya-paranormal pnr pnr-uf",
  "Urban Fantasy": "urban-fantasy fantasy-urban uf pnr-uf",
  Romance:
    "romance romances romantic contemporary-romance romance-contemporary contemp-romance adult-romance romance-novels historical-romance romance-historical paranormal-romance romance-paranormal romantic-suspense romance-suspense suspense-romance christian-romance ya-romance erotic-romance love-story love-stories fantasy-romance fiction-romance romantic-comedy rom-com clean-romance regency-romance m-m-romance new-adult-romance dark-romance chick-lit-romance",
  "Historical Romance": "historical-romance romance-historical regency-romance highlander scottish-romance",
  "Historical Fiction":
    "historical-fiction historical-novel historical-novels fiction-historical historicalfiction historic-fiction history-fiction historical-fic historical-mystery historical-mysteries historical-thriller ya-historical-fiction hist-fic",
  "Literary Fiction":
    "literary-fiction literature literary lit fiction-literature literature-fiction contemporary-literature",
  Classic:
    "classics classic classic-literature classic-fiction classics-to-read modern-classics modern-classic the-classics classic-lit fiction-classics clàssics classici clásicos american-classics children-s-classics childrens-classics classic-novels",
  Contemporary:
    "contemporary contemporary-fiction modern-fiction realistic-fiction contemporary-lit ya-contemporary contemporary-ya contemporary-romance",
  "Young Adult":
    "young-adult ya ya-fiction young-adult-fiction teen teens ya-lit ya-books teen-fiction youngadult young-adult-books teen-lit ya-fantasy ya-contemporary young-adult-fantasy ya-romance ya-series ya-dystopian ya-paranormal ya-sci-fi teen-books",
  "New Adult": "new-adult na new-adult-romance na-romance",
  "Children's":
    "children children-s childrens children-s-books childrens-books children-books children-s-literature childrens-literature childrens-lit children-s-lit children-s-fiction childrens-fiction kids kids-books kid-lit kidlit juvenile juvenile-fiction juvenile-lit middle-grade middle-grade-fiction mg chapter-books elementary picture-books picture-book children-s-picture-books read-aloud read-alouds storytime",
  "Picture Book": "picture-books picture-book children-s-picture-books childrens-picture-books picturebooks",
  "Chick Lit": "chick-lit chicklit chic-lit chick women-s-fiction womens-fiction girly girly-books",
  Adventure:
    "adventure adventures action-adventure adventure-fiction adventure-action action adventure-thriller action-suspense action-and-adventure swashbuckling",
  Humour:
    "humor humour humorous funny comedy hilarious laugh-out-loud made-me-laugh lol funny-books humorous-mystery humor-satire comedic romantic-comedy",
  Satire: "satire satirical humor-satire",
  Dystopian:
    "dystopia dystopian dystopian-fiction dystopias distopia distopian ya-dystopian dystopian-ya dystopic sci-fi-dystopian",
  "Post-Apocalyptic":
    "post-apocalyptic apocalyptic apocalypse post-apocalypse end-of-the-world postapocalyptic",
  "Magical Realism": "magical-realism magic-realism realismo-mágico",
  Gothic: "gothic gothic-fiction gothic-horror gothic-romance southern-gothic gothic-literature",
  Western: "western westerns western-fiction",
  War: "war war-fiction military-fiction war-stories",
  Steampunk: "steampunk steam-punk",
  LGBTQ: "lgbt lgbtq glbt lgbtqia queer gay lesbian m-m mm m-m-romance gay-romance lgbt-fiction gay-fiction",
  Erotica: "erotica erotic erotic-romance smut bdsm erotic-fiction",
  "Christian Fiction":
    "christian-fiction christianfiction fiction-christian christian-romance christian-suspense inspirational-fiction christian-novels amish amish-fiction",
  "Short Story":
    "short-stories short-story short-story-collections short-story-collection short-fiction anthology anthologies shortstories shorts",
  Novella: "novella novellas",
  Poetry: "poetry poems poesia poetry-and-plays poetry-plays verse novels-in-verse",
  Play: "plays play drama-plays theatre theater teatro poetry-and-plays poetry-plays",
  "Graphic Novel":
    "comics graphic-novels graphic-novel comic-books comic comics-graphic-novels graphic-novels-comics manga sequential-art bande-dessinée bd",
  Manga: "manga manga-series manga-graphic-novels",
  "Fairy Tale":
    "fairy-tales fairytales fairy-tale fairytale fairy-tale-retellings folklore folk-tales folktales",
  Mythology: "mythology myths myth greek-mythology myths-and-legends norse-mythology",
  Nonfiction:
    "non-fiction nonfiction non-fic nonfic nf adult-non-fiction adult-nonfiction general-non-fiction general-nonfiction to-read-non-fiction to-read-nonfiction non-fiction-to-read nonfiction-to-read narrative-nonfiction creative-nonfiction historical-non-fiction",
  Biography:
    "biography biographies bio biographical biography-memoir memoir-biography biographies-memoirs biography-autobiography autobiography-biography biographies-and-memoirs biography-and-memoir bio-memoir",
  Memoir:
    "memoir memoirs autobiography autobiographies auto-biography autobiographical biography-memoir memoir-biography biographies-memoirs memoir-autobiography autobiography-memoir memoirs-biographies biographies-and-memoirs biography-and-memoir bio-memoir memoir-bio",
  History:
    "history american-history world-history us-history european-history military-history ancient-history historical-non-fiction history-non-fiction history-nonfiction nonfiction-history non-fiction-history to-read-history history-biography history-politics art-history british-history",
  Science:
    "science popular-science pop-science biology physics astronomy cosmology evolution genetics neuroscience mathematics math science-nature science-and-nature general-science pop-sci chemistry math-science science-math",
  Psychology:
    "psychology psych psychology-self-help popular-psychology self-help-psychology social-psychology psicologia psicología",
  Philosophy:
    "philosophy philosophical filosofia filosofía philosophy-religion religion-philosophy political-philosophy philosophie ethics",
  Religion:
    "religion christian christianity theology religious faith religion-spirituality philosophy-religion religion-philosophy bible islam buddhism judaism christian-living christian-books devotional",
  Spirituality: "spirituality spiritual religion-spirituality new-age meditation spiritual-growth",
  "Self-Help":
    "self-help self-improvement personal-development self-development personal-growth motivational selfhelp motivation personal-finance",
  Business:
    "business leadership management entrepreneurship business-books marketing business-finance business-leadership finance investing economics-business business-economics career biz",
  Economics:
    "economics economy economics-finance economics-business business-economics capitalism behavioral-economics",
  Politics:
    "politics political political-science current-events current-affairs politics-history history-politics government",
  "True Crime": "true-crime truecrime crime-true",
  Travel:
    "travel travel-writing travelogue travelogues travel-books travel-literature travel-memoir travel-adventure",
  Food: "food cooking cookbooks cookbook foodie food-and-drink food-writing cookery culinary food-drink food-cooking",
  Art: "art art-history art-books design photography architecture art-design",
  Music: "music musicians rock-and-roll music-history",
  Sports: "sports sport running baseball football",
  Nature:
    "nature environment ecology natural-history environmental outdoors science-nature science-and-nature",
  Health: "health medicine nutrition fitness health-fitness diet wellness",
  Parenting: "parenting pregnancy parenting-books child-development",
  Essay: "essays essay essays-and-short-stories short-stories-essays criticism",
  Writing: "writing on-writing writing-books writing-craft books-about-writing",
  "Family Saga": "family-saga family-sagas sagas generational saga family-drama",
};

/** Genres that say where in a shop a book stands rather than what it is: whatever is read at school is filed as a classic first. */
export const BROAD_GENRES: readonly string[] = [
  "Classic",
  "Contemporary",
  "Literary Fiction",
  "Young Adult",
  "Children's",
  "Nonfiction",
];
