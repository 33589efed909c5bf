// The agent as a node of a bigger LangGraph graph, and its tools for another agent. Checks itself; exits 0 when all of it holds.
import assert from "node:assert/strict";
import { Annotation, END, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import { type Answer, createRecommender } from "cicerone";

const recommender = await createRecommender();

/** The node reads `user`, `thread` and `text`, and writes `answer`. What else the outer graph keeps is its own. */
const State = Annotation.Root({
  user: Annotation<string>(),
  thread: Annotation<string>(),
  text: Annotation<string>(),
  answer: Annotation<Answer | undefined>(),
  ticket: Annotation<string>(),
});

const concierge = new StateGraph(State)
  .addNode("recommend", recommender.graph)
  .addNode("book", ({ answer }) => ({ ticket: `two seats for ${answer?.items[0]?.title}` }))
  .addEdge(START, "recommend")
  .addEdge("recommend", "book")
  .addEdge("book", END)
  .compile({ checkpointer: new MemorySaver() });

const config = { configurable: { thread_id: "evening" } };
const evening = { user: "ada", thread: "evening" };
const first = await concierge.invoke({ ...evening, text: "a Japanese film from the fifties" }, config);
console.log(first.answer?.reply, "→", first.ticket);
const films = first.answer?.items ?? [];
assert.ok(films.length > 0);
assert.ok(films.every(({ facets }) => Number(facets.year) >= 1950 && Number(facets.year) <= 1959));
assert.equal(first.ticket, `two seats for ${films[0]?.title}`);

// The talk goes on where it was: "those" is known in the next call.
const second = await concierge.invoke({ ...evening, text: "not those" }, config);
console.log(second.answer?.reply, "→", second.ticket);
const again = new Set(films.map(({ id }) => id));
assert.ok(second.answer?.items.every(({ id }) => !again.has(id)));

// The same tools for any LangChain agent.
const [retrieve] = recommender.tools({ user: "ada" });
assert.equal(retrieve?.name, "retrieve");
const found = await retrieve?.invoke({ request: { text: "a robot that falls in love" }, limit: 3 });
console.log(found);
assert.match(String(found), /candidates/);
recommender.close();
