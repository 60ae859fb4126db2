import { memo, useMemo } from "react";
import type { Scale } from "../../charts/axis";
import type { LossKind } from "../../charts/curve";
import { LossChart } from "../../charts/LossChart";
import { useCalmRace } from "../../race-view/use-calm-race";
import { curvesOf, useLaneLooks } from "../../race-view/use-lanes";
import { useRace } from "../../race-view/use-race";
import { useSummary } from "../../race-view/use-summary";
import type { Race } from "../../state/race-shape";

const redrawMs = 250;

/** The curves of the open race, redrawn at a calm rate. */
export const RaceChart = memo(function RaceChart({
  kind,
  scale,
}: {
  readonly kind: LossKind;
  readonly scale: Scale;
}) {
  const steps = useRace((race) => race.draft.steps);
  const looks = useLaneLooks();
  const [runs, step, info] = useCalmRace(selectRuns, redrawMs);
  const curves = useMemo(() => curvesOf(looks, runs), [looks, runs]);
  const summary = useSummary(curves, kind, step, steps);
  return (
    <LossChart
      curves={curves}
      kind={kind}
      origin={info}
      scale={scale}
      start={info?.base.heldOutLoss ?? null}
      step={step}
      steps={steps}
      summary={summary}
    />
  );
});

function selectRuns({ lanes, step, info }: Race) {
  return [lanes, step, info] as const;
}
