import type { Shelves } from "./book-shelves.ts";

/** Moods and manners → the readers' shelves that say so. */
export const MOOD_SHELVES: Shelves = {
  absurd: "absurd absurdist absurdism nonsense",
  "action-packed": "action-packed fast-paced unputdownable page-turner page-turners intense",
  cosy: "cozy cosy cozies cozy-mystery cozy-mysteries cosy-mystery cosy-mysteries mystery-cozy comfort-reads comfort-read gentle-reads",
  dark: "dark dark-fiction dark-reads dark-read gritty disturbing grimdark dark-fantasy dark-romance depressing",
  "dark humour": "dark-humor dark-humour dark-comedy black-humor black-comedy",
  emotional: "emotional heart-wrenching angst angsty",
  epic: "epic epics epic-fantasy sprawling-epic",
  experimental:
    "experimental experimental-fiction metafiction postmodern post-modern postmodernism avant-garde stream-of-consciousness",
  "feel-good": "feel-good heartwarming heart-warming uplifting light-hearted feel-good-books",
  inspiring:
    "inspirational inspiration inspiring motivational motivation inspirational-fiction life-changing",
  "light reading":
    "light-reading light-read beach-reads beach-read summer-reads summer-reading fluff fluffy brain-candy guilty-pleasure guilty-pleasures easy-reads quick-reads quick-read",
  philosophical: "philosophical existentialism existential philosophical-fiction thought-provoking",
  quirky: "quirky quirky-characters weird weird-fiction whimsical bizarre offbeat",
  sad: "sad tear-jerker tear-jerkers tearjerker tearjerkers made-me-cry heartbreaking heart-breaking ugly-cry tears books-that-made-me-cry tragic tragedy",
  scary: "scary creepy spooky eerie haunting scary-stories",
  "slow burn": "slow-burn slow-burn-romance",
  steamy: "steamy hot sexy smut erotica erotic-romance steamy-romance",
  surreal: "surreal surrealism",
  "twist ending": "plot-twist plot-twists twist twisty unreliable-narrator unreliable-narrators mindfuck",
  violent: "violence violent gore",
};

/** What happens in a book, and to whom → the readers' shelves that say so. */
export const SUBJECT_SHELVES: Shelves = {
  addiction: "addiction drugs alcoholism drug-addiction substance-abuse",
  adoption: "adoption orphans orphan foster-care",
  ageing: "aging old-age ageing",
  aliens: "aliens alien first-contact alien-invasion",
  "alternate history": "alternate-history alternative-history alt-history",
  angels: "angels fallen-angels nephilim angels-and-demons angels-demons",
  animals: "animals animal animal-stories animal-fiction talking-animals",
  "artificial intelligence": "artificial-intelligence robots ai androids",
  assassins: "assassins assassin hitman",
  "boarding school": "boarding-school boarding-schools school-stories",
  "books about books": "books-about-books books-on-books about-books bookstores libraries",
  bullying: "bullying bullies mean-girls",
  cancer: "cancer illness terminal-illness",
  cats: "cats cat",
  Christmas: "christmas christmas-books holiday holidays christmas-stories",
  "civil rights": "civil-rights racism race race-relations segregation",
  climate: "climate-change cli-fi global-warming climate",
  "coming of age": "coming-of-age bildungsroman growing-up",
  conspiracy: "conspiracy conspiracies conspiracy-thriller secret-societies secret-society",
  courtroom:
    "courtroom courtroom-drama legal legal-thriller legal-thrillers law lawyers lawyer legal-fiction trials legal-drama",
  cyberpunk: "cyberpunk hackers hacking virtual-reality",
  death: "death grief death-and-dying loss afterlife grieving dying",
  demons: "demons demon occult possession exorcism",
  detectives:
    "detective detectives private-investigator private-eye detective-fiction sherlock-holmes private-detective female-detective",
  dinosaurs: "dinosaurs dinosaur",
  dogs: "dogs dog puppies dog-books",
  dragons: "dragons dragon dragon-fantasy",
  education: "education teaching teachers learning pedagogy",
  elves: "elves dwarves elf",
  faeries: "faeries fairies fae faerie fey fairy",
  "fairy-tale retelling":
    "fairy-tale-retellings fairy-tale-retelling fairytale-retelling retelling retellings re-tellings fairytale-retellings",
  faith: "faith god spirituality spiritual",
  family:
    "family families family-relationships dysfunctional-family dysfunctional-families family-drama family-secrets siblings sisters brothers mothers-and-daughters fathers parents",
  fashion: "fashion style",
  feminism: "feminism feminist feminist-fiction women-s-studies gender gender-studies",
  food: "food cooking foodie culinary chefs culinary-mystery",
  forensics:
    "forensics forensic forensic-science forensic-mystery forensic-thriller medical-examiner forensic-anthropology",
  "forbidden love": "forbidden-love forbidden-romance forbidden love-triangle",
  friendship: "friendship friends best-friends female-friendship friendships",
  ghosts: "ghosts ghost ghost-stories ghost-story haunted-house haunted-houses haunted",
  gods: "gods greek-mythology greek-gods norse-mythology gods-and-goddesses egyptian-mythology demigods",
  heist: "heist heists thieves thief art-theft",
  "high school": "high-school-romance highschool high-school-life",
  Holocaust: "holocaust nazis nazi-germany concentration-camps the-holocaust shoah",
  immigrants: "immigrants immigration immigrant-experience immigrant refugees diaspora",
  journalism: "journalism journalists media reporters newspapers",
  kidnapping: "kidnapping abduction kidnapped missing-persons missing",
  mafia: "mafia organized-crime mob gangsters the-mob",
  "King Arthur": "king-arthur arthurian arthurian-legend camelot arthurian-legends",
  magic: "magic wizards witchcraft sorcery mages magical wizard magicians",
  marriage: "marriage divorce infidelity adultery affairs marriage-of-convenience arranged-marriage",
  mathematics: "mathematics math maths mathematical",
  "mental illness":
    "mental-illness mental-health depression suicide schizophrenia bipolar eating-disorders anxiety",
  memory: "memory amnesia alzheimers memory-loss dementia",
  monsters: "monsters monster creatures",
  mothers: "motherhood mothers mother-daughter mothers-and-daughters",
  "mountain climbing": "mountaineering climbing mountain-climbing everest",
  murder: "murder murder-mystery murder-mysteries serial-killer serial-killers killers",
  mythology: "mythology myths myth mythological",
  pirates: "pirates pirate sea nautical ships sailing seafaring naval",
  poverty: "poverty class homeless",
  police: "police police-procedural police-procedurals cops law-enforcement procedural",
  prison: "prison prisons jail prisoners",
  psychics: "psychic psychics telepathy clairvoyant esp",
  quest: "quest quests journey journeys",
  horses: "horses horse horse-racing horse-books",
  revenge: "revenge betrayal",
  robots: "robots androids robot",
  royalty: "royalty princesses kings-and-queens court-intrigue royals princess queens tudors tudor",
  "second chances": "second-chance second-chances second-chance-romance second-chance-love",
  secrets: "secrets family-secrets lies deception",
  "serial killers": "serial-killers serial-killer",
  shapeshifters: "shapeshifters shifters shape-shifters werewolves werewolf wolves shifter",
  slavery: "slavery slaves slave-narrative underground-railroad",
  "small town": "small-town small-towns small-town-romance rural",
  space: "space space-opera outer-space space-travel nasa spaceships astronauts space-exploration",
  sports: "sports sport baseball football hockey basketball sports-romance",
  "strong women":
    "strong-women strong-female strong-female-characters strong-heroine kick-ass-heroine kick-ass-heroines strong-female-lead kickass-heroine female-protagonist strong-female-protagonist",
  superheroes: "superheroes superhero super-heroes super-powers superpowers",
  survival: "survival survival-stories wilderness survivors",
  technology: "technology tech computers programming computer-science internet software",
  terrorism: "terrorism terrorists terror 9-11",
  "time travel": "time-travel timetravel time-travel-romance time-slip",
  travel: "travel travel-writing travelogue road-trip road-trips around-the-world wanderlust",
  "true story": "true-story true-stories based-on-a-true-story based-on-true-story",
  twins: "twins",
  utopia: "utopia utopian utopias",
  vampires: "vampires vampire vamps vampire-romance",
  "video games": "video-games gaming video-game games",
  war: "war wars war-fiction military soldiers anti-war",
  witches: "witches witch witchcraft witches-and-wizards",
  zombies: "zombies zombie undead zombie-apocalypse",
};

/** What else is known of a book → the readers' shelves that say so. */
export const CAREER_SHELVES: Shelves = {
  "banned books": "banned-books banned banned-book banned-or-challenged",
  "Oprah's Book Club":
    "oprah-s-book-club oprah-book-club oprahs-book-club oprah oprah-books oprah-s-bookclub",
  "film adaptation":
    "made-into-movie book-to-movie books-to-movies movie movies made-into-a-movie books-made-into-movies movie-adaptations film saw-the-movie seen-the-movie book-to-film",
  "women writers": "female-author female-authors women-writers women-authors female-writers by-women",
};

export const THEME_SHELVES: Shelves = { ...MOOD_SHELVES, ...SUBJECT_SHELVES, ...CAREER_SHELVES };

/** Prizes that a book, or whoever wrote it, was given or was near to → the readers' shelves that say so. */
export const AWARD_SHELVES: Shelves = {
  "Booker Prize": "booker-prize man-booker booker man-booker-prize booker-prize-winners booker-winners",
  "Hugo Award": "hugo hugo-award hugo-winners hugo-award-winners hugo-awards hugo-winner",
  "Nebula Award": "nebula nebula-award nebula-winners nebula-award-winners",
  "Newbery Medal":
    "newbery newbery-winners newbery-award newbery-medal newbery-award-winners newbery-honor newberry",
  "Caldecott Medal": "caldecott caldecott-medal caldecott-winners caldecott-honor caldecott-award",
  "Nobel Prize": "nobel-prize nobel nobel-laureates nobel-prize-winners nobel-laureate",
  "Pulitzer Prize":
    "pulitzer pulitzer-prize pulitzer-winners pulitzer-prize-winners pulitzers pulitzer-prize-winner pulitzer-fiction",
  "National Book Award": "national-book-award national-book-award-winners national-book-award-winner",
};
