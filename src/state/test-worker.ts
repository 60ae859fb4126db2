import type { RaceSpec } from "../training/race-spec";
import type { ParkedRace, TrainerEvent } from "../worker/api";
import { fakeTrainer, raceInfo } from "./test-trainer";
import { TrainerGone, type TrainerLink } from "./trainer";

/** A worker with one race in it, of which only the spec and the step are real. */
export function fakeWorker(onCrash: (detail: string) => void) {
  let open: { spec: RaceSpec; step: number; isPlaying: boolean } | null = null;
  let listener: (events: readonly TrainerEvent[]) => void = () => {};
  let isEnded = false;
  const asked: string[] = [];
  /** Seeds of the races that were set going. */
  const played: number[] = [];
  const say = (...events: readonly TrainerEvent[]): void => listener(events);
  const requireLife = (): void => {
    if (isEnded) throw new TrainerGone("ended");
  };
  const note = async <T>(call: string, answer: T): Promise<T> => {
    requireLife();
    asked.push(call);
    return answer;
  };
  const link: TrainerLink = {
    ...fakeTrainer().connect(
      () => {},
      () => {},
    ),
    listen: async (next) => {
      listener = next;
    },
    open: async (spec) => {
      open = { spec, step: 0, isPlaying: false };
      return note(`open ${spec.seed}`, { ok: true, value: raceInfo(spec) });
    },
    park: async () => {
      const parked = open && {
        spec: open.spec,
        race: { step: open.step, stoppedAt: [], lanes: [] },
        backend: raceInfo(open.spec).backend,
        workers: null,
        wasPlaying: open.isPlaying,
      };
      if (open?.isPlaying) say({ kind: "phase", phase: "paused" });
      open = null;
      return note("park", { ok: true, value: parked });
    },
    resume: async ({ spec, race, wasPlaying, backend }: ParkedRace) => {
      open = { spec, step: race.step, isPlaying: wasPlaying };
      if (wasPlaying) {
        played.push(spec.seed);
        say({ kind: "phase", phase: "running" });
      }
      return note(`resume ${spec.seed} at ${race.step}`, { ok: true, value: backend });
    },
    play: async () => {
      if (open) {
        open.isPlaying = true;
        played.push(open.spec.seed);
      }
      say({ kind: "phase", phase: "running" });
      return note("play", undefined);
    },
    step: async () => {
      if (open) open.step++;
      return note("step", undefined);
    },
    ask: (input) => note(`ask ${input}`, { ok: true, value: [] }),
    end: () => {
      isEnded = true;
    },
  };
  return {
    link,
    asked,
    played,
    say,
    isEnded: () => isEnded,
    crash: (detail: string) => {
      isEnded = true;
      onCrash(detail);
    },
  };
}
