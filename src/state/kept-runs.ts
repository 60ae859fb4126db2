import { create, type StateCreator } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import { type KeptStore, keptStore } from "../lib/kept-store";
import type { RaceInfo } from "../worker/api";
import { sameRace } from "./draft";
import { type KeptRun, keptRunOf, keptRunSchema } from "./kept-run";
import type { Race } from "./race-shape";

/** The oldest are dropped. */
export const mostRuns = 20;

export interface KeptRuns {
  /** The newest first; null until they have been read. */
  readonly runs: readonly KeptRun[] | null;
  /** The run whose curves are drawn over the race; null: none. */
  readonly overlaid: KeptRun | null;
  /** What was removed last, until the page is left. */
  readonly removed: KeptRun | null;
  refresh(): Promise<void>;
  /** Keeps a run in the place of one with the same settings. Where storage is full or forbidden it lasts until the page is left. */
  keep(run: KeptRun): Promise<void>;
  remove(run: KeptRun): Promise<void>;
  undo(): Promise<void>;
  overlay(run: KeptRun | null): void;
}

/** The store of finished races. */
export function keptRunsStore(storage: KeptStore): StateCreator<KeptRuns> {
  return (set, get) => {
    const drop = (runs: readonly KeptRun[]): Promise<unknown> =>
      Promise.all(runs.map(({ id }) => storage.remove(id).catch(() => {})));
    return {
      runs: null,
      overlaid: null,
      removed: null,
      async refresh() {
        const all = await storage.all().catch(() => []);
        const stored = all.flatMap((one) => {
          const parsed = keptRunSchema.safeParse(one);
          return parsed.success ? [parsed.data] : [];
        });
        const unstored = (get().runs ?? []).filter((run) => stored.every(({ id }) => id !== run.id));
        set({ runs: newestFirst([...stored, ...unstored]) });
      },
      async keep(run) {
        if (get().runs === null) await get().refresh();
        const former = get().runs ?? [];
        const others = former.filter(({ id, race }) => id !== run.id && !sameRace(race, run.race));
        const runs = newestFirst([run, ...others]).slice(0, mostRuns);
        set({ runs });
        await storage.set(run.id, run).catch(() => {});
        await drop(former.filter(({ id }) => id !== run.id && runs.every((one) => one.id !== id)));
      },
      async remove(run) {
        const { runs, overlaid } = get();
        set({
          runs: (runs ?? []).filter(({ id }) => id !== run.id),
          removed: run,
          ...(overlaid?.id === run.id && { overlaid: null }),
        });
        await drop([run]);
      },
      async undo() {
        const { removed } = get();
        set({ removed: null });
        if (removed) await get().keep(removed);
      },
      overlay: (overlaid) => set({ overlaid }),
    };
  };
}

function newestFirst(runs: readonly KeptRun[]): readonly KeptRun[] {
  return [...runs].sort((a, b) => b.keptAt - a.keptAt);
}

/** The finished races of this browser. */
export const useKeptRuns = create<KeptRuns>()(keptRunsStore(keptStore("runs")));

/** Openings of races that have been kept. */
const done = new WeakSet<RaceInfo>();

/** Keeps every race that is done. Returns a function that stops this. */
export function recordRuns(race: StoreApi<Race>): () => void {
  const keep = (now: Race): void => {
    if (now.phase !== "done" || !now.info || done.has(now.info)) return;
    done.add(now.info);
    const run = keptRunOf(now, crypto.randomUUID(), Date.now());
    if (run) void useKeptRuns.getState().keep(run);
  };
  void useKeptRuns.getState().refresh();
  keep(race.getState());
  return race.subscribe(keep);
}
