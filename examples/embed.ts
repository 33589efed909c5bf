// Cicerone in your program: a session, three turns, and what it remembers. Checks itself; exits 0 when all of it holds.
import assert from "node:assert/strict";
// #region snippet
import { createRecommender } from "cicerone";

const recommender = await createRecommender();
const talk = recommender.session({ user: "ada", thread: "friday" });

const first = await talk.ask("90s sci-fi under two hours, but not horror");
for (const film of first.items) console.log(film.title, film.facets.year, "-", film.reasons[0]?.claim);

const next = await talk.ask("seen the first one. something newer?");
console.log(
  next.reply,
  next.items.map((film) => film.title),
);
// #endregion

assert.ok(first.items.length > 0);
for (const { title, facets } of first.items) {
  assert.ok(Number(facets.year) >= 1990 && Number(facets.year) <= 1999, `${title} is not of the nineties`);
  assert.ok(Number(facets.runtime) < 120, `${title} is too long`);
  assert.ok([facets.genre].flat().includes("Sci-Fi") && ![facets.genre].flat().includes("Horror"), title);
}
const seen = first.items[0]?.id;
assert.ok(!next.items.some((film) => film.id === seen), "what was seen came back");
assert.ok(next.items.length > 0);

const why = await talk.ask("why the first?");
assert.ok(why.reply.length > 0);
const memory = await talk.ask("what do you know about me?");
assert.match(memory.reply, new RegExp((first.items[0]?.title ?? "").slice(0, 12).replace(/[^\w ]/g, ".")));
recommender.close();
