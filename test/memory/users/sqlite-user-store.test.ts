import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ItemId, UserId } from "../../../memory/ids.ts";
import { openMemory, temporaryMemory } from "../../../memory/users/sqlite-user-store.ts";
import { userStoreContract } from "../../contract/user-store.ts";

const homes: string[] = [];
function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), "cicerone-memory-"));
  homes.push(home);
  return home;
}
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

userStoreContract("memory on disk", () => openMemory(newHome()).users);
userStoreContract("memory in this process", () => temporaryMemory().users);

const ada = UserId.parse("ada");
const key = { user: ada, dataset: "demo", thread: "t1", turn: 1 };
const likesHorror = (said: string) => ({
  subject: { about: "value", facet: "genre", value: "Horror" } as const,
  polarity: "like" as const,
  strength: 1,
  scope: "always" as const,
  provenance: { thread: "t1", turn: 1, said, at: 1 },
});

describe("user memory on disk", () => {
  it("is there after closing and opening again", () => {
    const home = newHome();
    const first = openMemory(home).users;
    first.remember(key, { facts: [likesHorror("I like horror")], events: [] });
    first.close();
    const second = openMemory(home).users;
    expect(second.facts(ada, "demo", "t9")[0]?.provenance.said).toBe("I like horror");
    second.close();
  });

  it("leaves no byte of a forgotten sentence in any file", () => {
    const home = newHome();
    const { users, notes } = openMemory(home);
    const secret = "xylophones-of-my-childhood";
    const bytes = (): string =>
      readdirSync(home)
        .map((file) => readFileSync(join(home, file), "latin1"))
        .join();
    users.remember(key, { facts: [likesHorror(secret)], events: [] });
    notes.add({
      dataset: "demo",
      item: ItemId.parse("1"),
      user: ada,
      kind: "said",
      text: secret,
      source: {},
      at: 1,
    });
    expect(bytes()).toContain(secret);
    users.forget(ada, "demo", { kind: "all" });
    expect(bytes()).not.toContain(secret);
    expect(notes.about("demo", ItemId.parse("1"), ada)).toEqual([]);
    users.close();
  });

  it("is written by two processes at once without losing a word", async () => {
    const home = newHome();
    const module = join(import.meta.dirname, "../../../memory/users/sqlite-user-store.ts");
    const program = `
      const { openMemory } = await import(${JSON.stringify(module)});
      const { users } = openMemory(${JSON.stringify(home)});
      const user = process.argv[1];
      for (let turn = 1; turn <= 40; turn++) {
        users.remember({ user, dataset: "demo", thread: "t", turn }, { facts: [], events: [
          { item: "i" + turn, verdict: "seen", scope: "always", provenance: { thread: "t", turn, said: "", at: turn } } ] });
      }
      users.close();`;
    const run = async (user: string): Promise<number> => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program, user], {
        stdio: "inherit",
      });
      const [code] = await once(child, "exit");
      return code;
    };
    expect(await Promise.all([run("ada"), run("bob")])).toEqual([0, 0]);
    const { users } = openMemory(home);
    for (const user of ["ada", "bob"]) {
      expect(users.history(UserId.parse(user), "demo", "t")).toHaveLength(40);
    }
    users.close();
  });
});
