import { expect, it } from "vitest";
import { MaskCache } from "../../../memory/items/mask-cache.ts";

const MEBIBYTE = 1024 * 1024;

it("keeps the masks asked for last, up to 64 MiB of them", () => {
  const cache = new MaskCache();
  let made = 0;
  const ask = (key: string): Uint8Array =>
    cache.get(key, () => {
      made++;
      return new Uint8Array(MEBIBYTE);
    });
  for (let key = 0; key < 63; key++) ask(`${key}`);
  ask("0");
  expect(made).toBe(63);
  ask("63");
  ask("0");
  expect(made).toBe(64);
  ask("1");
  expect(made).toBe(65);
});

it("keeps a mask that is larger than all it may hold, for the one who asks again at once", () => {
  const cache = new MaskCache();
  const make = (): Uint8Array => new Uint8Array(65 * MEBIBYTE);
  expect(cache.get("large", make)).toBe(cache.get("large", make));
});
