import type { KeptStore } from "./kept-store";

/** A store in memory for tests; `refuses`: as where storage is full. */
export function memoryStore(): KeptStore & { readonly values: Map<string, unknown>; refuses: boolean } {
  const values = new Map<string, unknown>();
  return {
    values,
    refuses: false,
    get: async (key) => values.get(key),
    async set(key, value) {
      if (this.refuses) throw new Error("full");
      values.set(key, value);
    },
    remove: async (key) => void values.delete(key),
    all: async () => [...values.values()],
  };
}
