/** Everyday words of other languages by their tags, as words are compared: two of one and no more English ones, and the text is in it. */
export const TONGUES: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    de: "ich du er sie wir ein eine einen der die das und ist nicht mit fur von zu auf mochte mochten bitte mir mich etwas wie was gibt kannst konnen empfehlen empfiehl hasse liebe mag keine kein ohne aber oder gute guten filme buch bucher zeig zeige schauen sehen heute abend habe hast schon wer welche nach uber lustig lustige spannend danke hallo",
    es: "yo tu el la los las una un unos unas uno y es con para por que quiero quisiera algo como ver pelicula peliculas busco de del anos en sin mas pero me mi gusta gustan recomienda recomiendame recomendar puedes hay cual quien buena bueno odio hola gracias libro libros leer",
    fr: "je tu il nous vous une un le la les des du et est avec pour dans qui que pas veux voudrais quel quelle moi mon ma un film films livre livres sans mais ou aime deteste peux recommander regarder voir quelque chose comme bonjour merci cherche annees sur lire plus",
    it: "io tu il lo la gli le di che e per con non sono mi piace voglio vorrei un una film qualcosa come senza ma vedere guardare odio puoi consigliare consigliami cerco anni degli ciao grazie libro libri leggere piu",
    pt: "eu tu voce quero um uma uns filme filmes com nao gosto de do da para por que algo como sem mas ver assistir odeio pode recomendar anos ola obrigado livro livros ler mais",
    nl: "ik jij je wij een het de en van met voor niet wil graag film films boek boeken iets als zonder maar kijken zien haat kunt aanraden hallo dank lezen geen jaren meer",
    sv: "jag du vi en ett och att det ar som hej vill ha med inte utan men film filmer bok bocker nagot se hatar kan rekommendera tack lasa fran",
    pl: "ja ty chce chcialbym cos film filmy obejrzec z i nie na jest dla bez ale lubie polec mozesz ksiazke ksiazki przeczytac czesc dziekuje lat",
  }).map(([tag, words]) => [tag, new Set(words.split(" "))]),
);

/** Words of any other language. */
export const FOREIGN: ReadonlySet<string> = new Set(Object.values(TONGUES).flatMap((words) => [...words]));
