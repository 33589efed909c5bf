import type { Shelves } from "./book-shelves.ts";

/** Whose literature a book belongs to → the readers' shelves that say so. Where it is set is another matter, and a theme. */
export const LITERATURE_SHELVES: Shelves = {
  "African literature":
    "african african-literature african-lit african-fiction african-authors south-african south-african-literature nigerian african-writers",
  "African-American literature":
    "african-american african-american-literature african-american-lit african-american-fiction african-american-authors",
  "American literature":
    "american american-literature american-lit american-fiction american-authors american-classics",
  "Arabic literature":
    "arabic arabic-literature arabic-lit arabic-novels arabic-fiction egyptian egyptian-literature",
  "Australian literature":
    "australian australian-literature australian-lit australian-fiction australian-authors australian-author",
  "Austrian literature": "austrian austrian-literature austrian-lit",
  "Brazilian literature": "brazilian brazilian-literature brazilian-lit brazilian-authors",
  "British literature":
    "british british-literature british-lit brit-lit british-fiction british-authors british-author english-literature english-lit english-authors english-classics",
  "Canadian literature":
    "canadian canadian-literature canadian-lit canadian-fiction canadian-authors canadian-author canlit can-lit canadiana",
  "Caribbean literature": "caribbean-literature caribbean-lit caribbean-fiction",
  "Chinese literature": "chinese chinese-literature chinese-lit chinese-fiction chinese-authors",
  "Czech literature": "czech czech-literature czech-lit czech-authors czech-fiction",
  "Filipino literature": "filipino filipino-literature filipino-authors filipino-books",
  "French literature": "french french-literature french-lit french-fiction french-authors french-classics",
  "German literature": "german german-literature german-lit german-fiction german-authors",
  "Greek literature": "greek-literature greek-lit greek-classics greek-drama greek-tragedy ancient-greek",
  "Indian literature":
    "indian indian-literature indian-lit indian-fiction indian-authors indian-author indian-writers",
  "Indonesian literature":
    "indonesian indonesian-literature indonesian-lit indonesian-authors indonesian-fiction",
  "Irish literature": "irish irish-literature irish-lit irish-fiction irish-authors",
  "Israeli literature": "israeli",
  "Italian literature": "italian italian-literature italian-lit italian-fiction italian-authors",
  "Japanese literature": "japanese japanese-literature japanese-lit japanese-fiction japanese-authors",
  "Jewish literature": "jewish jewish-literature jewish-lit jewish-fiction",
  "Korean literature": "korean korean-literature korean-lit korean-fiction korean-authors",
  "Latin American literature":
    "latin-american latin-american-literature latin-american-lit latin-american-fiction latin-american-authors colombian chilean argentine mexican mexican-literature",
  "Native American literature":
    "native-american native-american-literature native-american-lit native-american-fiction native-american-authors",
  "Persian literature": "persian persian-literature iranian iranian-literature persian-novel",
  "Polish literature": "polish polish-literature polish-lit polish-authors",
  "Portuguese literature": "portuguese-literature portuguese-lit portuguese-authors portuguese-writers",
  "Russian literature":
    "russian russian-literature russian-lit russian-classics russian-authors russian-fiction russian-novels russians",
  "Scandinavian literature":
    "scandinavian scandinavian-literature scandinavian-lit scandinavian-fiction scandinavian-authors scandinavian-crime swedish swedish-literature norwegian norwegian-literature danish danish-literature nordic nordic-literature icelandic nordic-noir",
  "Scottish literature": "scottish scottish-literature scottish-fiction scottish-authors",
  "Southern literature": "southern-literature southern-lit southern-fiction southern-gothic southern-authors",
  "Spanish literature": "spanish-literature spanish-lit spanish-authors spanish-classics",
  "Turkish literature": "turkish turkish-literature turkish-lit turkish-authors",
};
