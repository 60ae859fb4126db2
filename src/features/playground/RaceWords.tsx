import { memo, useMemo } from "react";
import type { LossKind } from "../../charts/curve";
import { LossTable } from "../../charts/LossTable";
import { VisuallyHidden } from "../../components/VisuallyHidden";
import { useCalmRace } from "../../race-view/use-calm-race";
import { curvesOf, useLaneLooks } from "../../race-view/use-lanes";
import { useRace } from "../../race-view/use-race";
import { useSummary } from "../../race-view/use-summary";
import type { Race } from "../../state/race-shape";

const speakMs = 10_000;
const tableMs = 2000;

/** The curves as a table, and as a sentence that is read out every ten seconds while the race runs. */
export const RaceWords = memo(function RaceWords({ kind }: { readonly kind: LossKind }) {
  const looks = useLaneLooks();
  const [runs, step] = useCalmRace(selectRuns, tableMs);
  const curves = useMemo(() => curvesOf(looks, runs), [looks, runs]);
  return (
    <>
      <LossTable curves={curves} kind={kind} step={step} />
      <Spoken kind={kind} />
    </>
  );
});

function Spoken({ kind }: { readonly kind: LossKind }) {
  const looks = useLaneLooks();
  const steps = useRace((race) => race.draft.steps);
  const phase = useRace((race) => race.phase);
  const [runs, step] = useCalmRace(selectRuns, speakMs);
  const curves = useMemo(() => curvesOf(looks, runs), [looks, runs]);
  const summary = useSummary(curves, kind, step, steps);
  return (
    <VisuallyHidden as="div">
      <p aria-live="polite">{phase === "running" || phase === "done" ? summary : ""}</p>
    </VisuallyHidden>
  );
}

function selectRuns({ lanes, step }: Race) {
  return [lanes, step] as const;
}
