import type { StoreApi } from "zustand/vanilla";
import type { RaceInfo } from "../worker/api";
import { lostSince } from "./forgetting";
import type { LaneResult } from "./lane-result";
import type { Progress } from "./race-events";
import type { Race } from "./race-shape";
import { resultsKey, useResults } from "./results";

/** The result of a lane so far; null if nothing was measured of the task, or its variables were loaded from a file. */
export function laneResult(
  { info, lanes }: Pick<Progress, "info" | "lanes">,
  lane: number,
): LaneResult | null {
  const run = lanes[lane];
  const last = run?.series.evaluations.at(-1);
  if (!info || !run?.spec || !run.state || !last || run.isLoaded || last.isOfObjective) return null;
  if (!Number.isFinite(last.heldOutLoss) || !Number.isFinite(last.score)) return null;
  const { base, from, task, taskOptions, batch, steps, seed } = info.spec;
  const { method, options, learningRate, rateChanges = [], objective } = run.spec;
  const probes = run.series.evaluations.findLast((evaluation) => evaluation.probes.length > 0)?.probes;
  const lost = lostSince(info.base.probes, probes ?? []);
  return {
    base,
    from,
    task,
    ...(taskOptions && { taskOptions }),
    batch,
    steps,
    seed,
    lane: {
      method,
      options: { ...options },
      learningRate,
      rateChanges: rateChanges.filter(({ step }) => step < last.step),
      ...(objective && { objective }),
    },
    trained: run.state.trained,
    kept: run.state.kept,
    head: run.state.head,
    step: last.step,
    score: last.score,
    heldOutLoss: last.heldOutLoss,
    baseScore: info.base.score,
    lost: lost && Number.isFinite(lost.loss) ? lost : null,
    stoppedAt: run.state.stoppedAt,
  };
}

/** Whether a lane has ended. */
export function isOver({ phase, lanes }: Pick<Progress, "phase" | "lanes">, lane: number): boolean {
  return phase === "done" || (lanes[lane]?.state?.stoppedAt ?? null) !== null;
}

/** Lanes whose results have been kept, by the opening of their race. */
const kept = new WeakMap<RaceInfo, Set<number>>();

function keepFinished(progress: Progress): void {
  const { info, lanes } = progress;
  if (!info) return;
  const done = kept.get(info) ?? new Set<number>();
  kept.set(info, done);
  const fresh = lanes.flatMap((_, lane) => {
    if (done.has(lane) || !isOver(progress, lane)) return [];
    done.add(lane);
    return laneResult(progress, lane) ?? [];
  });
  if (fresh.length > 0) useResults.getState().keep(fresh);
}

/** Keeps the result of every lane that ends or has ended, and takes over what other tabs have kept. Returns a function that stops this. */
export function recordResults(race: StoreApi<Race>): () => void {
  const onStorage = (event: StorageEvent): void => {
    if (event.key === resultsKey) useResults.getState().refresh();
  };
  addEventListener("storage", onStorage);
  useResults.getState().refresh();
  keepFinished(race.getState());
  const unsubscribe = race.subscribe((now, former) => {
    if (now.phase !== former.phase || now.lanes !== former.lanes) keepFinished(now);
  });
  return () => {
    removeEventListener("storage", onStorage);
    unsubscribe();
  };
}
