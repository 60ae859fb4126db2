import { create, type StateCreator } from "zustand";
import { defaultRace } from "../training/default-race";
import { type LaneSpec, limits, rateAt, withRate } from "../training/race-spec";
import type { RaceInfo, Result, TrainerEvent, TrainerFailure } from "../worker/api";
import { type Choice, chooseBase, chooseTask, replaceLane, sameButRates, sameRace, withLanes } from "./draft";
import { readLink } from "./link";
import { applyEvents, changeLane, emptyProgress, openedProgress, withAdapter } from "./race-events";
import { noQuestion, type Race, unanswered } from "./race-shape";
import { type Settings, useSettings } from "./settings";
import { type Connect, connectWorker, notConnected, report, type TrainerCalls, TrainerGone } from "./trainer";

/** What a reader asked for of the engine. */
type ComputeSettings = Pick<Settings, "backend" | "workers">;

const settleMs = 300;
const askAgainMs = 2000;

/** The one store of the race. `connect` and `where` are handed in, so that tests need no worker. */
export function raceStore(connect: Connect, where: () => ComputeSettings): StateCreator<Race> {
  return (set, get) => {
    let calls: TrainerCalls | null = null;
    let generation = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Between a change of the draft and the answer to `open`, news may still be of the former race.
    let deaf = true;
    let starts: TrainerEvent[] = [];
    /** Lanes whose rate was changed meanwhile. */
    const rated = new Set<number>();
    let askedAt = 0;
    let resume = false;
    let commands: Promise<void> = Promise.resolve();

    const fail = (failure: TrainerFailure): void => set({ phase: "failed", failure });
    const trainer = (): TrainerCalls => {
      calls ??= connect(hear, (detail) => {
        calls = null;
        generation++;
        deaf = true;
        fail({ kind: "engine", detail });
      });
      return calls;
    };
    // A race that has been left behind has nothing to say about the one that is open now.
    const send = async (call: Promise<unknown>): Promise<void> => {
      const mine = generation;
      try {
        await call;
      } catch (error) {
        if (mine === generation && !(error instanceof TrainerGone)) fail(report(error));
      }
    };
    // One after the other: a pause is answered with news that must not come after those of the next play.
    const command = (name: "play" | "pause" | "step"): void => {
      const mine = generation;
      commands = commands.then(() => (mine === generation ? send(trainer()[name]()) : undefined));
    };

    function hear(events: readonly TrainerEvent[]): void {
      if (deaf) {
        const loading = events.filter(({ kind }) => kind === "loading");
        if (get().phase === "loading") set((race) => applyEvents(race, loading));
        starts.push(...events.filter((event) => event.kind === "evaluation" && event.evaluation.step === 0));
        return;
      }
      set((race) => applyEvents(race, events));
      const { question, phase } = get();
      if (phase === "failed") return;
      const halted = events.some((event) => event.kind === "phase" && event.phase !== "running");
      const moved = events.some((event) => event.kind === "evaluation") && Date.now() - askedAt > askAgainMs;
      if (question.status === "answered" && (halted || moved)) void get().ask(question.input);
    }

    const opened = (info: RaceInfo): void => {
      deaf = false;
      const { draft, question } = get();
      // The trainer knows at which steps rates were changed.
      const lanes = draft.lanes.map((lane, i) => (rated.has(i) ? lane : info.spec.lanes[i]!));
      set({
        ...applyEvents(openedProgress({ ...info, spec: { ...info.spec, lanes } }), starts),
        draft: withLanes(draft, lanes),
      });
      for (const lane of rated) void send(trainer().setLearningRate(lane, draft.lanes[lane]!.learningRate));
      rated.clear();
      if (question.status !== "none") void get().ask(question.input);
      if (resume) get().play();
      resume = false;
    };

    /** Runs a call that begins the race anew; only the last one asked for has its answer heard. */
    const begin = async (call: () => Promise<Result<RaceInfo>>): Promise<void> => {
      const mine = ++generation;
      clearTimeout(timer);
      deaf = true;
      starts = [];
      try {
        const result = await call();
        if (mine !== generation) return;
        if (result.ok) opened(result.value);
        else fail(result.failure);
      } catch (error) {
        if (mine === generation && !(error instanceof TrainerGone)) fail(report(error));
      }
    };

    /** The step at which the trainer made a change may be later than the last one shown here. */
    const noteStep = async (lane: number, shown: LaneSpec, learningRate: number): Promise<void> => {
      const [mine, { phase, step }] = [generation, get()];
      const noted = await trainer().setLearningRate(lane, learningRate);
      if (!noted) return;
      const { draft, lanes } = get();
      if (draft.lanes[lane] === shown) set({ draft: replaceLane(draft, lane, noted) });
      // A run that has begun keeps its first rate: another one is for the next start.
      const isRun = step === 0 || lanes[lane]?.spec?.learningRate === noted.learningRate;
      if (mine === generation && phase !== "done" && isRun)
        set((race) => changeLane(race, lane, (run) => ({ ...run, spec: noted })));
    };

    const choose = ({ draft, moved }: Choice): void => {
      get().configure(draft);
      set({ moved });
    };

    return {
      ...emptyProgress(defaultRace().lanes.length, "idle"),
      draft: defaultRace(),
      moved: null,
      linkIssues: [],
      askedBackend: null,
      detached: [],
      question: noQuestion,

      configure(draft) {
        const former = get();
        if (sameRace(draft, former.draft)) return;
        const idle = former.phase === "idle";
        if (former.phase === "running") {
          resume = true;
          void send(trainer().pause());
        }
        deaf = true;
        generation++;
        set({
          ...emptyProgress(draft.lanes.length, idle ? "idle" : "loading"),
          draft,
          moved: null,
          detached: [],
          question: draft.task === former.draft.task ? unanswered(former.question) : noQuestion,
        });
        if (idle) return;
        clearTimeout(timer);
        timer = setTimeout(() => void get().open(), settleMs);
      },
      chooseBase: (id) => choose(chooseBase(get().draft, id)),
      chooseTask: (id) => choose(chooseTask(get().draft, id)),
      followLink(query) {
        const { spec, issues } = readLink(query);
        get().configure(spec);
        set({ linkIssues: issues });
        // A link shows its race from the start, at rest.
        const { phase, step } = get();
        get().pause();
        if (phase === "running" || phase === "failed" || step > 0) void get().reset();
      },
      dismissLinkIssues: () => set({ linkIssues: [] }),

      async open() {
        const { draft } = get();
        const { backend: askedBackend, workers } = where();
        set({ ...emptyProgress(draft.lanes.length, "loading"), askedBackend, detached: [] });
        rated.clear();
        await begin(() => trainer().open(draft, askedBackend, workers));
      },
      play() {
        if (get().phase !== "paused") return;
        set({ phase: "running" });
        command("play");
      },
      pause() {
        // Nor does a race that is being made ready go on by itself any more.
        resume = false;
        if (get().phase !== "running") return;
        set({ phase: "paused" });
        command("pause");
      },
      stepOnce() {
        if (get().phase === "paused") command("step");
      },
      async reset() {
        const { info, draft, phase } = get();
        // The trainer replays rates that were changed on the way. A trainer that failed may know nothing.
        if (!info || phase === "failed" || !sameButRates(info.spec, draft)) return get().open();
        await begin(() => trainer().reset());
      },
      setLearningRate(lane, asked) {
        const { draft, phase, step } = get();
        const former = draft.lanes[lane];
        const { min, max } = limits.learningRate;
        if (!former || !Number.isFinite(asked)) return;
        const learningRate = Math.min(max, Math.max(min, asked));
        if (learningRate === rateAt(former, deaf ? 0 : step)) return;
        const changed = withRate(former, deaf || phase === "done" ? 0 : step, learningRate);
        set({ draft: replaceLane(draft, lane, changed) });
        if (deaf) rated.add(lane);
        else void send(noteStep(lane, changed, learningRate));
      },
      async ask(input) {
        const { question, info, step } = get();
        const former = question.input === input ? question : noQuestion;
        set({ question: { ...former, input, status: "asking", failure: null } });
        askedAt = Date.now();
        if (!info) return;
        const mine = generation;
        try {
          const result = await trainer().ask(input);
          if (mine !== generation || get().question.input !== input) return;
          set({
            question: result.ok
              ? { input, status: "answered", answers: result.value, step, failure: null }
              : { ...noQuestion, input, status: "failed", failure: result.failure },
          });
        } catch (error) {
          if (mine === generation && !(error instanceof TrainerGone)) fail(report(error));
        }
      },
      detach: (lanes) => set({ detached: lanes }),
      examine: async (lane, question) => calls?.examine(lane, question) ?? notConnected,
      saveAdapter: (lane) => trainer().save(lane),
      async measure(base, method) {
        try {
          return await trainer().measure(base, method, where().backend);
        } catch (error) {
          return { ok: false, failure: report(error) };
        }
      },
      async loadAdapter(lane, file) {
        const mine = generation;
        const result = await trainer().load(lane, file);
        if (result.ok && mine === generation) {
          set((race) => changeLane(race, lane, (run) => withAdapter(run, result.value)));
          const { question } = get();
          if (question.status !== "none") void get().ask(question.input);
        }
        return result;
      },
    };
  };
}

/** The race of this page. */
export const useRace = create<Race>()(raceStore(connectWorker, () => useSettings.getState()));
