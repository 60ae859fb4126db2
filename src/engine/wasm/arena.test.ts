import { beforeEach, describe, expect, it } from "vitest";
import { Arena } from "./arena";

let freed: number[] = [];
let arena: Arena;
beforeEach(() => {
  let next = 0;
  freed = [];
  arena = new Arena(
    (bytes) => {
      const address = 1000 + next;
      next += bytes;
      return address;
    },
    (address) => freed.push(address),
  );
});

describe("an arena", () => {
  it("gives the smallest free block that has room, and never one that is in use", () => {
    const [large, small] = [arena.take(100), arena.take(60)];
    expect(arena.take(60)).not.toBe(small);
    arena.giveBack(large);
    arena.giveBack(small);
    expect(arena.take(50)).toBe(small);
    expect(arena.take(50)).toBe(large);
    expect([small, large]).not.toContain(arena.take(50));
  });

  it("does not give a block that is more than twice as large as asked for", () => {
    const large = arena.take(100);
    arena.giveBack(large);
    expect(arena.take(4)).not.toBe(large);
    expect(arena.take(50)).toBe(large);
  });

  it("knows which addresses are its own, in use or not", () => {
    const own = arena.take(4);
    expect(arena.giveBack(own)).toBe(true);
    expect(arena.giveBack(own)).toBe(true);
    expect(arena.giveBack(own + 1)).toBe(false);
  });

  it("lets go what is not in use, and only that", () => {
    const [kept, done] = [arena.take(4), arena.take(4)];
    arena.giveBack(done);
    arena.trim();
    expect(freed).toEqual([done]);
    expect(arena.giveBack(done)).toBe(false);
    expect(arena.giveBack(kept)).toBe(true);
  });
});
