/**
 * Everyday words → the values they usually stand for, first the one meant most. A word counts only where a vocabulary
 * has one of the values; "+" joins values that are meant together. A catalogue's own synonyms come before these.
 */
export const MOODS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `funny=Comedy,Humor,humorous
hilarious=Comedy,Humor
humorous=Comedy,Humor
comic=Comedy
laugh=Comedy
make me laugh=Comedy
make me cry=tearjerker,sad,Drama
cry=tearjerker,sad,Drama
comical=Comedy
romcom=Romance+Comedy
rom com=Romance+Comedy
romantic comedy=Romance+Comedy
romantic comedies=Romance+Comedy
scary=Horror
spooky=Horror
creepy=Horror
frightening=Horror
terrifying=Horror
romantic=Romance
love=Romance
love story=Romance
love stories=Romance
sci fi=Sci-Fi,Science Fiction
scifi=Sci-Fi,Science Fiction
sf=Sci-Fi,Science Fiction
science fiction=Sci-Fi,Science Fiction
noir=Film-Noir,Noir,noir
film noir=Film-Noir,Noir
animated=Animation
cartoon=Animation
anime=Anime,Animation
gangster=Gangster,gangster,Crime
mob=mob,Crime
mafia=mafia,Crime
cowboy=Western
war=War
wartime=War
dramatic=Drama
suspense=Thriller,Suspense
suspenseful=Thriller,suspense
thrilling=Thriller
musical=Musical,Music
documentary=Documentary
doc=Documentary
kids=Children's,Children,Family
children=Children's,Children,Family
grandchildren=Children's,Children,Family
grandkids=Children's,Children,Family
the kids=Children's,Children,Family
family=Family,Children's,Children
family friendly=Family,Children's,Children
adventurous=Adventure
whodunit=Mystery
mysterious=Mystery
fantastical=Fantasy
crime=Crime
dark=dark,bleak
feel good=feel-good,feel good
violent=violence,violent
violence=violence,violent
gory=gore,blood
slow=slow burn,slow-burn
sad=sad,tearjerker
smart=thought-provoking,intelligent,clever
clever=thought-provoking,clever
intelligent=thought-provoking,intelligent
light=feel-good,light-hearted,lighthearted,feel good
cosy=heartwarming,feel-good,feel good
cozy=heartwarming,feel-good,feel good
weird=surreal,quirky,strange
depressing=bleak,depressing,melancholic
date=Romance
date night=Romance`
    .split("\n")
    .map((line) => line.split("="))
    .map(([word = "", values = ""]) => [word, values.split(",")]),
);
