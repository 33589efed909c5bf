import module from "node:module";

// Kept free of static imports: an old Node must get as far as the sentence below, and compiled code is cached only for what is
// loaded after this call.
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 22) {
  process.stderr.write(`cicerone: it needs Node 22 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
module.enableCompileCache?.();
const { main } = await import("./main.ts");
await main();
