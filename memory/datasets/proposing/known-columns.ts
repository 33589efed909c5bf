/** What people call the columns that every dataset has. Names are compared as `plainName` writes them. */
const ROLES = {
  user: /^(user|users|userid|username|usr|reader|readerid|viewer|customer|customerid|client|clientid|member|memberid|reviewer|reviewerid|account|accountid|buyer|buyerid|person|personid|shopper|listener|player|visitor|visitorid|session|sessionid|uid|profileid|authorid)$/,
  item: /^(item|itemid|id|isbn|isbn13|asin|parentasin|sku|ean|upc|gtin|movieid|filmid|bookid|productid|articleid|songid|trackid|gameid|recipeid|showid|code|key|tconst|movie|film|book|product|song|track|game|recipe|article|slug)$/,
  title:
    /^(title|name|booktitle|movietitle|filmtitle|productname|producttitle|itemname|itemtitle|primarytitle|productdisplayname|label|heading|track|trackname|song|songname|gametitle|recipename|displayname|film|movie|book|game)$/,
  text: /^(text|about|description|desc|plot|overview|synopsis|summary|blurb|abstract|body|details|notes|story|longdescription|shortdescription|productdescription|plotsummary)$/,
  value:
    /^(rating|ratings|stars|star|score|value|overall|userrating|reviewscore|reviewrating|starrating|grade|mark|points|vote|rate)$/,
  at: /^(time|timestamp|ts|date|when|at|day|created|createdat|ratedat|reviewedat|purchasedat|purchasedate|orderdate|orderedat|boughtat|bought|unixreviewtime|reviewtime|reviewdate|ratingdate|eventtime|datetime|watchedat|readat|dateread|watcheddate|visitedat|playedat|reviewtimestamp)$/,
  review: /^(review|reviewtext|comment|reviewbody|usercomment|opinion|feedback)$/,
  headline: /^(headline|reviewtitle|reviewsummary|reviewheadline|commenttitle)$/,
} as const;
export type Role = keyof typeof ROLES;

/** Whether a column is called as that role's columns are. */
export function isCalled(role: Role, column: string): boolean {
  return ROLES[role].test(plainName(column));
}

export function isKnownColumn(column: string): boolean {
  return Object.values(ROLES).some((names) => names.test(plainName(column)));
}

/** Other catalogues' ids, by the column's name; the scheme they are kept under. */
export function schemeOf(column: string): string | undefined {
  const name = plainName(column);
  if (/^(imdb|imdbid|tconst|imdbtitleid)$/.test(name)) return "imdb";
  if (/^(isbn|isbn13|isbn10)$/.test(name)) return "isbn";
  if (/^(asin|parentasin)$/.test(name)) return "asin";
  if (/^(tmdb|tmdbid)$/.test(name)) return "tmdb";
  if (/^(goodreads|goodreadsid|goodreadsbookid)$/.test(name)) return "goodreads";
  if (/^(ean|upc|gtin|barcode|mbid|steamid|appid|doi|spotifyid)$/.test(name)) return name;
  return undefined;
}

/** "Book-ID", "book_id" and "bookId" are one name. */
export function plainName(column: string): string {
  return column
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** A facet's name from a column's: "Release Year" → release-year. */
export function facetName(column: string): string {
  const name = column
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return name === "" ? "facet" : name;
}
