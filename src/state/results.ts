import * as z from "zod/mini";
import { create, type StateCreator } from "zustand";
import { type LaneResult, laneResultSchema, runKey } from "./lane-result";

/** The key of the results in localStorage. */
export const resultsKey = "tuning-playground.results";
const version = 1;
/** The oldest are dropped. */
const most = 400;

const envelope = z.object({ version: z.literal(version), runs: z.array(z.unknown()) });

/** Finished runs, kept in the browser. */
export interface Results {
  readonly runs: readonly LaneResult[];
  /** What was cleared last, until other runs are kept or the page is left. */
  readonly cleared: readonly LaneResult[];
  /** Adds runs; one of the same spec takes the place of the former. */
  keep(runs: readonly LaneResult[]): void;
  clear(runs: readonly LaneResult[]): void;
  /** Brings back what was cleared last. */
  undo(): void;
  /** Takes what another tab has stored meanwhile. */
  refresh(): void;
}

/** Reads stored results one by one: an invalid one, or one of a method that no longer exists, is left out. */
export function parseResults(stored: string | null): readonly LaneResult[] {
  try {
    const read = envelope.safeParse(JSON.parse(stored ?? "null"));
    if (!read.success) return [];
    return read.data.runs.flatMap((run) => {
      const parsed = laneResultSchema.safeParse(run);
      return parsed.success ? [parsed.data] : [];
    });
  } catch {
    return [];
  }
}

function withRuns(former: readonly LaneResult[], added: readonly LaneResult[]): readonly LaneResult[] {
  const fresh = new Set(added.map(runKey));
  return [...former.filter((run) => !fresh.has(runKey(run))), ...added].slice(-most);
}

/** The store of the results. Storage is asked for at every use: it may be forbidden, full or taken away. */
export function resultsStore(storage: () => Pick<Storage, "getItem" | "setItem">): StateCreator<Results> {
  const read = (): readonly LaneResult[] | null => {
    try {
      const stored = storage().getItem(resultsKey);
      return stored === null ? null : parseResults(stored);
    } catch {
      return null;
    }
  };
  return (set, get) => {
    /** Whether storage has all that is shown. */
    let isStored = true;
    /** What is stored, because other tabs write there too, with what could not be stored. */
    const latest = (): readonly LaneResult[] => {
      const stored = read();
      if (stored === null) return get().runs;
      return isStored ? stored : withRuns(stored, get().runs);
    };
    const hold = (runs: readonly LaneResult[], cleared: readonly LaneResult[]): void => {
      set({ runs, cleared });
      try {
        storage().setItem(resultsKey, JSON.stringify({ version, runs }));
        isStored = true;
      } catch {
        isStored = false;
      }
    };
    return {
      runs: read() ?? [],
      cleared: [],
      keep: (runs) => hold(withRuns(latest(), runs), []),
      clear(runs) {
        const gone = new Set(runs.map(runKey));
        const left = latest().filter((run) => !gone.has(runKey(run)));
        hold(left, runs);
      },
      undo: () => hold(withRuns(get().cleared, latest()), []),
      refresh: () => set({ runs: latest() }),
    };
  };
}

/** The results of this browser. */
export const useResults = create<Results>()(resultsStore(() => localStorage));
