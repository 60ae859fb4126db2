import { memo, type ReactNode, type RefObject, useMemo } from "react";
import type { Scale } from "../charts/axis";
import type { Curve, LossKind } from "../charts/curve";
import type { Race } from "../state/race-shape";
import { Curves } from "./Curves";
import { StageCover } from "./StageCover";
import { useCalmRace } from "./use-calm-race";
import { curvesOf, useLaneStyles } from "./use-lane-styles";
import { useRace, useRaceStore } from "./use-race";
import { useSummary } from "./use-summary";

const redrawMs = 250;
const none: readonly Curve[] = [];

export interface RaceCurvesProps {
  readonly kind: LossKind;
  readonly scale: Scale;
  /** Curves of another run, drawn beneath those of the race. */
  readonly beneath?: readonly Curve[];
  /** Finds the picture. */
  readonly frame?: RefObject<HTMLDivElement | null>;
  /** Between the picture and its table. */
  readonly children?: ReactNode;
}

/** The curves of the open race, redrawn at a calm rate; the space key plays and pauses it. */
export const RaceCurves = memo(function RaceCurves(props: RaceCurvesProps) {
  const { kind, scale, beneath = none, frame, children } = props;
  const store = useRaceStore();
  const steps = useRace((race) => race.draft.steps);
  const phase = useRace((race) => race.phase);
  const laneStyles = useLaneStyles();
  const [runs, step, info] = useCalmRace(selectRuns, redrawMs);
  const curves = useMemo(() => curvesOf(laneStyles, runs), [laneStyles, runs]);
  const shown = useMemo(() => [...beneath, ...curves], [beneath, curves]);
  const summary = useSummary(curves, kind, step, steps);
  const toggle = (): void => {
    const race = store.getState();
    if (race.phase === "running") race.pause();
    else race.play();
  };
  return (
    <Curves
      cover={<StageCover />}
      curves={shown}
      {...(frame && { frame })}
      kind={kind}
      live={phase}
      origin={info}
      scale={scale}
      size="fill"
      start={info?.base.heldOutLoss ?? null}
      step={step}
      steps={steps}
      summary={summary}
      onSpace={toggle}
    >
      {children}
    </Curves>
  );
});

function selectRuns({ lanes, step, info }: Race) {
  return [lanes, step, info] as const;
}
