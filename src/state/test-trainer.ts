import { beforeEach } from "vitest";
import type { StoreApi } from "zustand/vanilla";
import type { PictureSpec } from "../experiments/picture/picture-spec";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import { defaultRace } from "../training/default-race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { Evaluation, OpenedPictures, OpenedPrompt, RaceInfo, Result, TrainerEvent } from "../worker/api";
import { raceStore } from "./race";
import type { Race } from "./race-shape";
import type { Connect, TrainerCalls } from "./trainer";

/** An evaluation for tests. */
export function evaluation(step: number, heldOutLoss = 1): Evaluation {
  return { step, heldOutLoss, score: 0, examples: [], probes: [] };
}

/** What a trainer would know of a race that is open. */
export function raceInfo(spec: RaceSpec): RaceInfo {
  return {
    spec,
    backend: { name: "cpu", hardware: { kind: "javascript" }, reason: "asked-for", fused: false, workers: 1 },
    card: null,
    total: 1000,
    classes: [],
    lanes: spec.lanes.map(() => ({
      status: "ready",
      stoppedAt: null,
      stopReason: null,
      trained: 10,
      stored: 2048,
      kept: 10,
      head: 0,
    })),
    base: evaluation(0, 3),
  };
}

/** What a trainer would know of a prompt experiment that is open. */
export function openedPrompt(spec: PromptSpec): OpenedPrompt {
  const { backend, card, total } = raceInfo({ ...defaultRace(), lanes: [] });
  const prompts = spec.variants.map(() => "?walk=");
  return { spec, backend, card, total, questions: spec.items, chance: 0.1, prompts };
}

/** The same of a picture experiment. */
export function openedPictures(spec: PictureSpec): OpenedPictures {
  const { backend, card, total } = raceInfo({ ...defaultRace(), lanes: [] });
  return { spec, backend, card, total, trained: spec.lanes.map(() => 64), examples: [] };
}

/** A trainer that only notes what it was asked; a test settles `open` and sends events itself. */
export function fakeTrainer() {
  const asked: string[] = [];
  const openings: {
    readonly spec: RaceSpec;
    readonly settle: (result?: Result<RaceInfo>) => Promise<void>;
  }[] = [];
  const prompts: {
    readonly spec: PromptSpec;
    readonly settle: (result?: Result<OpenedPrompt | null>) => Promise<void>;
  }[] = [];
  const pictures: {
    readonly spec: PictureSpec;
    readonly settle: (result?: Result<OpenedPictures | null>) => Promise<void>;
  }[] = [];
  let tell: (events: readonly TrainerEvent[]) => void = () => {};
  let crash: (detail: string) => void = () => {};
  let connections = 0;
  /** Of each page that shows the race: whether it was open then. */
  const pages: boolean[] = [];
  let noted: LaneSpec | null = null;
  const begin = (spec: RaceSpec): Promise<Result<RaceInfo>> =>
    new Promise((resolve) => {
      openings.push({
        spec,
        settle: async (result = { ok: true, value: raceInfo(spec) }) => {
          resolve(result);
          await new Promise((done) => setTimeout(done));
        },
      });
    });
  const note = async (call: string): Promise<void> => {
    asked.push(call);
  };
  const calls: TrainerCalls = {
    attend: (isOpen) => {
      pages.push(isOpen);
      return () => void pages.pop();
    },
    open: (spec) => begin(spec),
    openPrompt: (spec) =>
      new Promise((resolve) => {
        prompts.push({
          spec,
          settle: async (result = { ok: true, value: openedPrompt(spec) }) => {
            resolve(result);
            await new Promise((done) => setTimeout(done));
          },
        });
      }),
    openPictures: (spec) =>
      new Promise((resolve) => {
        pictures.push({
          spec,
          settle: async (result = { ok: true, value: openedPictures(spec) }) => {
            resolve(result);
            await new Promise((done) => setTimeout(done));
          },
        });
      }),
    draw: async () => ({ ok: true, value: { pictures: [], frames: [] } }),
    reset: () => {
      asked.push("reset");
      return begin(openings.at(-1)!.spec);
    },
    play: () => note("play"),
    pause: () => note("pause"),
    step: () => note("step"),
    setLearningRate: async (lane, rate) => {
      await note(`rate ${lane} ${rate}`);
      return noted;
    },
    look: async (look) => {
      asked.push(`look ${look.kind} ${look.kind === "search" ? look.ask.what : look.prompt}`);
      return { ok: false, failure: { kind: "engine", detail: "not asked" } };
    },
    examine: async (lane, { kind }) => {
      asked.push(`examine ${lane} ${kind}`);
      return { ok: true, value: null };
    },
    ask: async (input) => {
      asked.push(`ask ${input}`);
      return { ok: true, value: [{ lane: -1, text: input.toUpperCase(), confidence: 1 }] };
    },
    save: async () => ({ ok: true, value: new Uint8Array([1]) }),
    measure: async () => ({ ok: false, failure: { kind: "engine", detail: "for tests" } }),
    load: async () => ({ ok: true, value: evaluation(0, 0.5) }),
  };
  const connect: Connect = (listener, onCrash) => {
    connections++;
    tell = listener;
    crash = onCrash;
    return calls;
  };
  return {
    connect,
    asked,
    openings,
    prompts,
    pictures,
    pages,
    connections: () => connections,
    say: (...events: readonly TrainerEvent[]) => tell(events),
    crash: (detail: string) => crash(detail),
    /** The lane that the next changes of a rate are answered with. */
    noteRates: (lane: LaneSpec) => {
      noted = lane;
    },
  };
}

/** For the tests of a file: a race with a trainer of its own, both new before each test. */
export function testRace() {
  let trainer = fakeTrainer();
  let store: StoreApi<Race>;
  const start = (connect: Connect): void => {
    store = raceStore(connect, () => ({ backend: null, workers: null }));
  };
  beforeEach(() => {
    trainer = fakeTrainer();
    start(trainer.connect);
  });
  const race = (): Race => store.getState();
  return {
    race,
    trainer: () => trainer,
    /** Starts with another connection. */
    start,
    opened: async (): Promise<void> => {
      void race().open();
      await trainer.openings.at(-1)!.settle();
    },
    /** Until a changed set-up is opened. */
    debounced: (): Promise<void> => new Promise((done) => setTimeout(done, 340)),
  };
}
