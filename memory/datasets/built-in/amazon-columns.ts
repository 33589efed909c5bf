/**
 * SQL for a price: "$12.99", "12.99" or, where there are variants, "$9.99 - $14.99" or "from 9.99", of which the lowest
 * counts. What is longer was page code that got in.
 */
export function priceOf(column: string): string {
  return `CASE WHEN length(${column}) <= 40
    THEN try_cast(replace(nullif(regexp_extract(${column}, '([0-9][0-9,]*(?:\\.[0-9]+)?)', 1), ''), ',', '') AS DOUBLE) END`;
}

/** SQL for a text without tags and character references; null where nothing is left, or where page code got in. */
export function textOf(column: string): string {
  return `CASE WHEN ${column} NOT LIKE '%getTime()%' AND ${column} NOT LIKE '%function(%'
    THEN nullif(plain_text(regexp_replace(${column}, '<[^>]*>', ' ', 'g')), '') END`;
}

/** SQL for a list of texts without tags: the file holds it as JSON, or as a single text. */
export function textsOf(column: string): string {
  const list = `coalesce(try_cast(try_cast(${column} AS JSON) AS VARCHAR[]), [${column}])`;
  return `list_filter(list_transform(${list}, lambda part: ${textOf("part")}), lambda part: part IS NOT NULL)`;
}

/** SQL for what to call a product whose title is unknown: its brand and what it is, else its number. */
export function titleOf(title: string, brand: string, category: string, id: string): string {
  const made = `nullif(concat_ws(' ', ${brand}, ${category}[-1]), '')`;
  return `coalesce(${title}, ${made} || ' (' || ${id} || ')', 'Product ' || ${id})`;
}
