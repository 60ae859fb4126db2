import { describe, expect, it } from "vitest";
import { CoreShare, type Locks } from "./core-share";

/** Locks of one browser, as far as they are used here. */
function fakeLocks(): Locks {
  const held: LockInfo[] = [];
  return {
    request(name, _, whileHeld) {
      held.push({ name, mode: "shared" });
      return whileHeld();
    },
    query: async () => ({ held, pending: [] }),
  };
}

describe("the processors of a machine", () => {
  it("are one trainer's alone, or shared equally by all there are", async () => {
    const locks = fakeLocks();
    const first = new CoreShare(locks, 8);
    expect(await first.current()).toBe(8);
    const others = [new CoreShare(locks, 8), new CoreShare(locks, 8)];
    for (const each of [first, ...others]) expect(await each.current()).toBe(2);
  });

  it("are at least one each", async () => {
    const locks = fakeLocks();
    const many = Array.from({ length: 5 }, () => new CoreShare(locks, 2));
    expect(await many[0]!.current()).toBe(1);
  });

  it("are all taken where nobody can be counted", async () => {
    expect(await new CoreShare(undefined, 4).current()).toBe(4);
    const broken: Locks = {
      request: () => Promise.reject(new Error("not here")),
      query: () => Promise.reject(new Error("not here")),
    };
    expect(await new CoreShare(broken, 4).current()).toBe(4);
  });
});
