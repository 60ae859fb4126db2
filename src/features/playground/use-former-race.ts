import { useEffect, useState } from "react";
import { useRaceStore } from "../../race-view/use-race";
import { keptRunOf } from "../../state/kept-run";
import { useKeptRuns } from "../../state/kept-runs";
import type { Race } from "../../state/race-shape";
import type { RaceSpec } from "../../training/race-spec";

/**
 * The race before a change of its lanes or settings that started it again, and a way back to it. Where base and task stay
 * the same, its curves stay in the chart as thin lines. null: nothing was lost.
 */
export function useFormerRace(): { readonly former: RaceSpec | null; undo(): void } {
  const store = useRaceStore();
  const [former, setFormer] = useState<RaceSpec | null>(null);
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.draft === before.draft || now.info !== null || before.info === null) return;
        if (before.step === 0) return;
        setFormer(before.draft);
        overlay(now, before);
      }),
    [store],
  );
  return {
    former,
    undo() {
      if (former) store.getState().configure(former);
      setFormer(null);
    },
  };
}

function overlay({ draft }: Race, before: Race): void {
  const isLike =
    draft.base === before.draft.base && draft.task === before.draft.task && draft.from === before.draft.from;
  const run = isLike ? keptRunOf(before, "former", Date.now()) : null;
  if (run) useKeptRuns.getState().overlay(run);
}
