import { createStore, type StoreApi } from "zustand/vanilla";
import { defaultRace } from "../training/default-race";
import { type LaneSpec, limits, rateAt, withRate } from "../training/race-spec";
import type { RaceInfo, Result, TrainerEvent, TrainerFailure } from "../worker/api";
import { type Choice, chooseBase, chooseTask, replaceLane, sameButRates, sameRace, withLanes } from "./draft";
import { readLink } from "./link";
import { applyEvents, changeLane, emptyProgress, openedProgress, withAdapter } from "./race-events";
import { noteFirst, type Opening, opening, type Session } from "./race-session";
import { noQuestion, type Race, unanswered } from "./race-shape";
import type { Settings } from "./settings";
import { type Connect, notConnected, report, type TrainerCalls, TrainerGone } from "./trainer";

/** What a reader asked for of the engine. */
type ComputeSettings = Pick<Settings, "backend" | "workers">;

const settleMs = 300;
const askAgainMs = 2000;

/** A store of a race. `connect` and `where` are handed in, so that tests need no worker. */
export function raceStore(connect: Connect, where: () => ComputeSettings): StoreApi<Race> {
  return createStore<Race>()((set, get) => {
    let calls: TrainerCalls | null = null;
    let session: Session = { kind: "closed" };

    const fail = (failure: TrainerFailure): void => set({ phase: "failed", failure });
    const trainer = (): TrainerCalls => {
      calls ??= connect(onEvents, (detail) => {
        calls = null;
        // A draft that waits to be opened is opened by the next trainer.
        if (session.kind === "opening" && session.timer) return;
        session = { kind: "failed" };
        fail({ kind: "engine", detail });
      });
      return calls;
    };
    /** Waits for a call of the session it is made in; says so if it is rejected while that session lasts. */
    const guarded = async <T>(call: Promise<T>): Promise<T | undefined> => {
      const mine = session;
      try {
        return await call;
      } catch (error) {
        if (mine === session && !(error instanceof TrainerGone)) fail(report(error));
        return undefined;
      }
    };
    const command = (name: "play" | "pause" | "step"): void => {
      const mine = session;
      if (mine.kind !== "open") return;
      mine.commands = mine.commands.then(async () => {
        if (mine === session) await guarded(trainer()[name]());
      });
    };

    function onEvents(events: readonly TrainerEvent[]): void {
      if (session.kind !== "open") {
        const loading = events.filter(({ kind }) => kind === "loading");
        if (get().phase === "loading") set((race) => applyEvents(race, loading));
        if (session.kind === "opening") noteFirst(session, events);
        return;
      }
      set((race) => applyEvents(race, events));
      const { question, phase } = get();
      if (phase === "failed") return;
      const halted = events.some((event) => event.kind === "phase" && event.phase !== "running");
      const isDue = Date.now() - session.askedAt > askAgainMs;
      const moved = events.some((event) => event.kind === "evaluation") && isDue;
      if (question.status === "answered" && (halted || moved)) void get().ask(question.input);
    }

    const opened = (info: RaceInfo, { firstEvaluations, changedRates, playWhenOpen }: Opening): void => {
      session = { kind: "open", commands: Promise.resolve(), askedAt: 0 };
      const { draft, question } = get();
      // The trainer knows at which steps rates were changed.
      const lanes = draft.lanes.map((lane, i) => (changedRates.has(i) ? lane : info.spec.lanes[i]!));
      set({
        ...applyEvents(openedProgress({ ...info, spec: { ...info.spec, lanes } }), firstEvaluations),
        draft: withLanes(draft, lanes),
      });
      for (const lane of changedRates)
        void guarded(trainer().setLearningRate(lane, draft.lanes[lane]!.learningRate));
      if (question.status !== "none") void get().ask(question.input);
      if (playWhenOpen) get().play();
    };

    /** Runs a call that puts a race at its start; only the answer to the last one counts. */
    const start = async (call: () => Promise<Result<RaceInfo | null>>): Promise<void> => {
      const mine = opening(session);
      session = mine;
      const result = await guarded(call());
      if (mine !== session) return;
      if (result?.ok) {
        if (result.value) opened(result.value, mine);
        return;
      }
      session = { kind: "failed" };
      if (result) fail(result.failure);
    };

    /** The step at which the trainer made a change may be later than the last one shown here. */
    const changeRate = async (lane: number, shown: LaneSpec, learningRate: number): Promise<void> => {
      const [mine, { phase, step }] = [session, get()];
      const made = await trainer().setLearningRate(lane, learningRate);
      if (!made) return;
      const { draft, lanes } = get();
      if (draft.lanes[lane] === shown) set({ draft: replaceLane(draft, lane, made) });
      // A running race keeps its first rate: a new one is for the next start.
      const isRun = step === 0 || lanes[lane]?.spec?.learningRate === made.learningRate;
      if (mine === session && phase !== "done" && isRun)
        set((race) => changeLane(race, lane, (run) => ({ ...run, spec: made })));
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
      adaptersOff: [],
      question: noQuestion,

      attend: () => trainer().attend(session.kind === "open" && get().phase !== "failed"),
      configure(draft) {
        const former = get();
        if (sameRace(draft, former.draft)) return;
        const idle = former.phase === "idle";
        if (former.phase === "running") void guarded(trainer().pause());
        if (!idle) {
          const timer = setTimeout(() => void get().open(), settleMs);
          session = opening(session, { timer, ...(former.phase === "running" && { playWhenOpen: true }) });
        }
        set({
          ...emptyProgress(draft.lanes.length, idle ? "idle" : "loading"),
          draft,
          moved: null,
          adaptersOff: [],
          question: draft.task === former.draft.task ? unanswered(former.question) : noQuestion,
        });
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
        set({ ...emptyProgress(draft.lanes.length, "loading"), askedBackend, adaptersOff: [] });
        if (session.kind === "opening") session.changedRates.clear();
        await start(() => trainer().open(draft, askedBackend, workers));
      },
      play() {
        if (get().phase !== "paused") return;
        set({ phase: "running" });
        command("play");
      },
      pause() {
        // A race that is still opening must not start to play either.
        if (session.kind === "opening") session.playWhenOpen = false;
        if (get().phase !== "running") return;
        set({ phase: "paused" });
        command("pause");
      },
      stepOnce() {
        if (get().phase === "paused") command("step");
      },
      async reset() {
        const { info, draft, phase } = get();
        // The trainer replays changes of the rate. A trainer that failed may have lost them.
        if (!info || phase === "failed" || !sameButRates(info.spec, draft)) return get().open();
        await start(() => trainer().reset());
      },
      setLearningRate(lane, asked) {
        const { draft, phase, step } = get();
        const former = draft.lanes[lane];
        const { min, max } = limits.learningRate;
        if (!former || !Number.isFinite(asked)) return;
        const learningRate = Math.min(max, Math.max(min, asked));
        const isOpen = session.kind === "open";
        if (learningRate === rateAt(former, isOpen ? step : 0)) return;
        const changed = withRate(former, isOpen && phase !== "done" ? step : 0, learningRate);
        set({ draft: replaceLane(draft, lane, changed) });
        if (session.kind === "opening") session.changedRates.add(lane);
        if (isOpen) void guarded(changeRate(lane, changed, learningRate));
      },
      async ask(input) {
        const { question, info, step } = get();
        const former = question.input === input ? question : noQuestion;
        set({ question: { ...former, input, status: "asking", failure: null } });
        const mine = session;
        if (mine.kind === "open") mine.askedAt = Date.now();
        if (!info) return;
        const result = await guarded(trainer().ask(input));
        if (mine !== session || !result || get().question.input !== input) return;
        set({
          question: result.ok
            ? { input, status: "answered", answers: result.value, step, failure: null }
            : { ...noQuestion, input, status: "failed", failure: result.failure },
        });
      },
      takeAdaptersOff: (lanes) => set({ adaptersOff: lanes }),
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
        const mine = session;
        const result = await trainer().load(lane, file);
        if (result.ok && mine === session) {
          set((race) => changeLane(race, lane, (run) => withAdapter(run, result.value)));
          const { question } = get();
          if (question.status !== "none") void get().ask(question.input);
        }
        return result;
      },
    };
  });
}
