import type { Recommender } from "../../../recommender.ts";
import type { TalkSystem } from "./talk-system.ts";

/** The agent itself, with its mind, memory and tools. Each conversation is a user and a thread of its own. */
export function agentSystem(recommender: Pick<Recommender, "session">, name = "agent"): TalkSystem {
  let talks = 0;
  return {
    name,
    open: async () => {
      talks += 1;
      const session = recommender.session({ user: `${name}-${talks}`, keep: false });
      return {
        say: async (text, signal) => {
          const { reply, items, options, relaxed } = await session.ask(text, signal ? { signal } : {});
          return {
            reply,
            items: items.map(({ id }) => id),
            ...(options.length > 0 && { question: { options } }),
            relaxed,
          };
        },
        close: () => {},
      };
    },
  };
}
