import { Conversation } from "../../agents/conversation.ts";
import { checkpointThreadOf } from "../../agents/session.ts";
import type { UserId } from "../../memory/ids.ts";
import type { ArchivedTalk } from "../../memory/users/full-archive.ts";
import type { Threads } from "../threads.ts";

/** What is kept of a user's talks about a dataset, as text: the last exchanges of each. */
export async function talksOf(threads: Threads, user: UserId, dataset: string): Promise<ArchivedTalk[]> {
  const prefix = checkpointThreadOf(dataset, user, "");
  const talks: ArchivedTalk[] = [];
  for (const id of threads.list(prefix)) {
    const kept = await threads.saver.getTuple({ configurable: { thread_id: id } });
    const conversation = Conversation.safeParse(kept?.checkpoint.channel_values.conversation);
    if (!conversation.success || conversation.data.said.length === 0) continue;
    talks.push({ thread: decodeURIComponent(id.slice(prefix.length)), said: conversation.data.said });
  }
  return talks;
}
