import { useEffect, useMemo } from "react";
import { useRace } from "../../race-view/use-race";
import { ownDataOf } from "../../state/draft";
import { type KeptData, pairsOf, useOwnData } from "../../state/own-data";
import { splitPairs } from "../../tasks/own/split-pairs";

/** Reads the own data of this browser, and opens their panel where a link names data that are not here. */
export function useOwnDataSets(): void {
  const isMissing = useRace(({ failure }) => failure?.kind === "data" && failure.problem === "not-here");
  useEffect(() => void useOwnData.getState().refresh(), []);
  useEffect(() => {
    if (isMissing) useOwnData.getState().show(true);
  }, [isMissing]);
}

/** The own data that the race is about, where they are kept here. */
export function useRacedData(): KeptData | undefined {
  const hash = useRace((race) => ownDataOf(race.draft));
  return useOwnData(({ sets }) => sets?.find((one) => one.hash === hash));
}

/** An evaluation takes at most so many questions while a race runs (training/race-task.ts). */
const mostQuestions = 96;

/** How many held-out questions of the learner's own an evaluation takes; null where the race has a task of ours. */
export function useOwnHeldOut(): number | null {
  const data = useRacedData();
  return useMemo(() => {
    if (!data) return null;
    const { heldOut } = splitPairs(pairsOf(data), data.task === "own-labels");
    return Math.min(mostQuestions, heldOut.length);
  }, [data]);
}
