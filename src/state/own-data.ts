import * as z from "zod/mini";
import { create, type StateCreator } from "zustand";
import { type KeptStore, keptStore } from "../lib/kept-store";
import { type OwnTaskId, ownTaskIds } from "../tasks/own/own-task-ids";
import type { Item } from "../tasks/task";

const kept = z.object({
  hash: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  task: z.enum(ownTaskIds),
  name: z.string(),
  /** "question<tab>answer", one pair a line. */
  text: z.string().check(z.minLength(3)),
  /** Milliseconds since 1970. */
  keptAt: z.number(),
});

/** A learner's own pairs, as the browser keeps them. */
export type KeptData = z.infer<typeof kept>;

export interface OwnData {
  /** The newest first; null until they have been read. */
  readonly sets: readonly KeptData[] | null;
  /** Whether the panel for bringing data is shown. */
  readonly isOpen: boolean;
  /** Reads what the browser keeps; nothing where it keeps nothing. */
  refresh(): Promise<void>;
  /** Keeps pairs, and gives what is kept. Rejects where storage is full or forbidden. */
  keep(task: OwnTaskId, name: string, pairs: readonly Item[]): Promise<KeptData>;
  remove(hash: string): Promise<void>;
  show(isOpen: boolean): void;
}

/** The store of a learner's own data. */
export function ownDataStore(storage: KeptStore): StateCreator<OwnData> {
  return (set, get) => ({
    sets: null,
    isOpen: false,
    async refresh() {
      const all = await storage.all().catch(() => []);
      const sets = all.flatMap((one) => {
        const parsed = kept.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      });
      set({ sets: sets.sort((a, b) => b.keptAt - a.keptAt) });
    },
    async keep(task, name, pairs) {
      const text = pairs.map(({ input, answer }) => `${input}\t${answer}\n`).join("");
      const hash = await hashOf(`${task}\n${text}`);
      const data: KeptData = { hash, task, name, text, keptAt: Date.now() };
      await storage.set(hash, data);
      await get().refresh();
      return data;
    },
    async remove(hash) {
      await storage.remove(hash).catch(() => {});
      await get().refresh();
    },
    show: (isOpen) => set({ isOpen }),
  });
}

/** The pairs that are kept. */
export function pairsOf({ text }: KeptData): readonly Item[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [input = "", answer = ""] = line.split("\t");
      return { input, answer };
    });
}

/** The first 16 hexadecimal digits of the SHA-256: a link has them, so that it finds the same data again. */
async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The own data of this browser. */
export const useOwnData = create<OwnData>()(ownDataStore(keptStore("own-data")));
