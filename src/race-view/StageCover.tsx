import { LoopCover } from "./LoopCover";
import { useRace } from "./use-race";

export interface StageCoverProps {
  /** There is something to see below while the race is loaded: a recording. */
  readonly hidesLoading?: boolean;
  /** Tries once more after a failure; usually the race is opened again. */
  readonly onAgain?: () => void;
}

/** Covers the curves of the race while there is nothing to see yet. */
export function StageCover({ hidesLoading = false, onAgain }: StageCoverProps) {
  const phase = useRace((race) => race.phase);
  const loading = useRace((race) => race.loading);
  const failure = useRace((race) => race.failure);
  const open = useRace((race) => race.open);
  return (
    <LoopCover
      hidesLoading={hidesLoading}
      progress={{ phase, loading, failure }}
      onAgain={onAgain ?? (() => void open())}
    />
  );
}
