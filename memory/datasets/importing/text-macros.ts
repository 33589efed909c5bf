import type { Duck } from "../../store/duckdb.ts";

/** Articles that catalogues put behind the title: "Matrix, The", "Haine, La", "Enfer, L'". */
const ARTICLES =
  "The|A|An|La|Le|Les|Un|Une|Il|Lo|Gli|I|Uno|Una|El|Los|Las|Der|Die|Das|Ein|Eine|Det|Den|En|Ett|De|Het|O|Os|As|Um|Uma";

/**
 * SQL functions that every descriptor may use:
 * - `plain_text(t)`: HTML character references undone, white space tidied;
 * - `turn_article(t)`: "Matrix, The" → "The Matrix", also of other languages;
 * - `film_title(t)`: the title of "Postino, Il (The Postman) (1994)" → "Il Postino";
 * - `film_year(t)`: 1994, or null;
 * - `prose(t)`: text of at least 20 characters, else null; `names(t)`: a list from commas; `title_case(t)`;
 * - `number_in(t)`: the number in a text with a unit: "$1,299.00" → 1299, "3,50 €" → 3.5, "120 min" → 120;
 * - `list_in(t)`: the list in a text: ["a", "b"] or ['a', 'b'] → a, b;
 * - `letters(t)`: its letters and digits in lower case without accents, to compare titles by;
 * - `film_other_titles(t)`: ["The Postman"]: what stands in brackets before the year, "a.k.a." taken off.
 */
export async function createTextMacros(duck: Duck): Promise<void> {
  for (const macro of MACROS) await duck.run(`CREATE MACRO ${macro}`);
}

const YEAR_ENDING = String.raw`\s*\((\d{4})(?:[-–]\d{4})?\)\s*(?:\([A-Z]{1,3}\))?\s*$`;
const BRACKETS_ENDING = String.raw`(?:\s*\([^()]*\))+\s*$`;

const MACROS: readonly string[] = [
  `plain_text(t) AS trim(regexp_replace(
     replace(replace(replace(replace(replace(replace(t,
       '&#8230;', '…'), '&#39;', ''''), '&quot;', '"'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&'),
     '\\s+', ' ', 'g'))`,
  "letters(t) AS regexp_replace(lower(strip_accents(t)), '[^a-z0-9]', '', 'g')",
  "prose(t) AS CASE WHEN length(trim(t)) >= 20 THEN plain_text(t) END",
  "names(t) AS list_filter(list_transform(string_split(t, ','), lambda part: plain_text(part)), lambda part: part NOT IN ('', 'N/A'))",
  "digits_in(t) AS regexp_extract(t::VARCHAR, '-?[0-9](?:[0-9.,]*[0-9])?', 0)",
  String.raw`number_in(t) AS try_cast(CASE
     WHEN regexp_full_match(digits_in(t), '-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?') THEN replace(digits_in(t), ',', '')
     WHEN regexp_full_match(digits_in(t), '-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+') THEN replace(replace(digits_in(t), '.', ''), ',', '.')
     ELSE replace(digits_in(t), ',', '.') END AS DOUBLE)`,
  String.raw`list_in(t) AS list_filter(list_transform(
     string_split_regex(regexp_replace(trim(t), '^\[|\]$', '', 'g'), ',\s*'),
     lambda part: trim(part, ' "''')), lambda part: part <> '')`,
  "title_case(t) AS array_to_string(list_transform(string_split(t, ' '), lambda word: upper(word[1]) || word[2:]), ' ')",
  `turn_article(t) AS regexp_replace(
     regexp_replace(trim(t), '^(.+), ?(L'')$', '\\2\\1'),
     '^(.+), ?(${ARTICLES})$', '\\2 \\1')`,
  `title_before_year(t) AS regexp_replace(plain_text(t), '${YEAR_ENDING}', '')`,
  `title_before_brackets(t) AS
     coalesce(nullif(regexp_replace(title_before_year(t), '${BRACKETS_ENDING}', ''), ''), title_before_year(t))`,
  "film_title(t) AS turn_article(title_before_brackets(t))",
  `film_year(t) AS try_cast(nullif(regexp_extract(plain_text(t), '${YEAR_ENDING}', 1), '') AS INTEGER)`,
  `film_other_titles(t) AS list_filter(
     list_transform(
       regexp_extract_all(
         substr(title_before_year(t), length(title_before_brackets(t)) + 1), '\\(([^()]*)\\)', 1),
       lambda other: turn_article(regexp_replace(trim(other), '^(a\\.?k\\.?a\\.?|aka)\\s+', '', 'i'))),
     lambda other: length(other) > 1 AND other <> film_title(t))`,
];
