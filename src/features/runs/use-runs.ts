import { useState } from "react";
import { download } from "../../charts/download";
import { runsCsv } from "../../charts/runs-csv";
import { useRaceStore } from "../../race-view/use-race";
import { type KeptRun, parseRunFile } from "../../state/kept-run";
import { mostRuns, useKeptRuns } from "../../state/kept-runs";

const mostBytes = 8_000_000;

/** What was done last, for a sentence. */
export type SaidOfRuns = "opened" | "not-a-run" | "removed";

/** What the buttons of the runs do. */
export function useRuns() {
  const race = useRaceStore();
  const [said, say] = useState<SaidOfRuns | null>(null);
  const { keep, overlay, remove } = useKeptRuns.getState();
  return {
    said,
    /** Sets the race up as the run was. */
    setUp: (run: KeptRun) => race.getState().configure(run.race),
    overlay,
    remove: (run: KeptRun) => {
      say("removed");
      void remove(run);
    },
    saveFile: (run: KeptRun) =>
      download(
        `${run.race.base}-${run.race.task}-seed-${run.race.seed}.run.json`,
        new Blob([JSON.stringify(run)], { type: "application/json" }),
      ),
    saveTable: (runs: readonly KeptRun[]) =>
      download("runs.csv", new Blob([runsCsv(runs)], { type: "text/csv;charset=utf-8" })),
    /** Keeps the run of a file and draws it over the race. */
    async take(file: File): Promise<void> {
      const run = file.size > mostBytes ? null : parseRunFile(await file.text().catch(() => ""));
      if (!run) return say("not-a-run");
      const oldest = (useKeptRuns.getState().runs ?? [])[mostRuns - 1]?.keptAt ?? 0;
      // A run from a file is kept as a new one, or it would be dropped at once for being old.
      const kept = { ...run, keptAt: Math.max(run.keptAt, oldest + 1) };
      await keep(kept);
      overlay(kept);
      say("opened");
    },
  };
}

export type RunActions = ReturnType<typeof useRuns>;
