import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";

/** Values that the browser keeps by their key. Every call rejects where storage is full or forbidden. */
export interface KeptStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  all(): Promise<readonly unknown[]>;
}

/** A database of its own for each name; page and workers read the same one. */
export function keptStore(name: string): KeptStore {
  let opened: UseStore | undefined;
  // Opened when it is first used: in some windows that throws.
  const store = (): UseStore => {
    opened ??= createStore(`tuning-playground-${name}`, name);
    return opened;
  };
  return {
    get: async (key) => get(key, store()),
    set: async (key, value) => set(key, value, store()),
    remove: async (key) => del(key, store()),
    all: async () => (await entries(store())).map(([, value]) => value),
  };
}
