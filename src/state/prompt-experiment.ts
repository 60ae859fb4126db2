import { createStore, type StoreApi } from "zustand/vanilla";
import { defaultPrompt } from "../experiments/prompt/default-prompt";
import { readPromptLink } from "../experiments/prompt/prompt-link";
import { applyPrompt, beginPrompt } from "../experiments/prompt/prompt-progress";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { OpenedPrompt, TrainerEvent } from "../worker/api";
import { applyLoop, emptyLoop } from "./loop-progress";
import type { PromptExperiment } from "./prompt-shape";
import type { Settings } from "./settings";
import { type Connect, notConnected, report, type TrainerCalls, TrainerGone } from "./trainer";

const settleMs = 300;

/** Each start is a new session: answers and events of an earlier one say nothing about the experiment that is open now. */
interface Session {
  isOpen: boolean;
  /** Play, pause and step, one after the other. */
  commands: Promise<void>;
}

/** A store of a prompt experiment. `connect` and `where` are handed in, so that tests need no worker. */
export function promptStore(
  connect: Connect,
  where: () => Pick<Settings, "backend">,
): StoreApi<PromptExperiment> {
  return createStore<PromptExperiment>()((set, get) => {
    let calls: TrainerCalls | null = null;
    let session: Session | null = null;
    /** Until the trainer is asked: of many quick changes only the last is opened. */
    let timer: ReturnType<typeof setTimeout> | undefined;
    let playWhenOpen = false;

    const trainer = (): TrainerCalls => {
      calls ??= connect(onEvents, (detail) => {
        calls = null;
        session = null;
        set({ phase: "failed", failure: { kind: "engine", detail } });
      });
      return calls;
    };

    function onEvents(events: readonly TrainerEvent[]): void {
      // While an experiment is opening, only loading events are its own: others may be of the former one.
      const counted = session?.isOpen ? events : events.filter(({ kind }) => kind === "loading");
      if (session) set((state) => counted.reduce(applyEvent, state));
    }

    /** Waits for a call of the session it is made in; says so if it is rejected while that session lasts. */
    const guarded = async <T>(call: Promise<T>): Promise<T | undefined> => {
      const mine = session;
      try {
        return await call;
      } catch (error) {
        if (mine === session && !(error instanceof TrainerGone))
          set({ phase: "failed", failure: report(error) });
        return undefined;
      }
    };
    const command = (name: "play" | "pause" | "step"): void => {
      const mine = session;
      if (!mine?.isOpen) return;
      mine.commands = mine.commands.then(async () => {
        if (mine === session) await guarded(trainer()[name]());
      });
    };
    const opened = (info: OpenedPrompt): void => {
      set({ ...emptyLoop("paused"), backend: info.backend, progress: beginPrompt(info) });
      if (playWhenOpen) get().play();
      playWhenOpen = false;
    };

    return {
      ...emptyLoop("idle"),
      draft: defaultPrompt(),
      progress: null,
      linkIssues: [],

      configure(draft) {
        const { phase, draft: former } = get();
        // What was answered under a name is still true under another one.
        if (phase === "idle" || withoutNames(draft) === withoutNames(former)) return set({ draft });
        playWhenOpen ||= phase === "running";
        if (phase === "running") void guarded(trainer().pause());
        session = null;
        set({ ...emptyLoop("loading"), draft, progress: null });
        clearTimeout(timer);
        timer = setTimeout(() => void get().open(), settleMs);
      },
      followLink(query) {
        const { spec, issues } = readPromptLink(query);
        get().configure(spec);
        playWhenOpen = false;
        set({ linkIssues: issues });
      },

      async open() {
        clearTimeout(timer);
        const mine: Session = { isOpen: false, commands: Promise.resolve() };
        session = mine;
        const { draft } = get();
        set({ ...emptyLoop("loading"), progress: null });
        const result = await guarded(trainer().openPrompt(draft, where().backend));
        if (mine !== session || !result) return;
        mine.isOpen = result.ok && result.value !== null;
        if (!result.ok) set({ phase: "failed", failure: result.failure });
        else if (result.value) opened(result.value);
      },
      play() {
        if (get().phase !== "paused") return;
        set({ phase: "running" });
        command("play");
      },
      pause() {
        playWhenOpen = false;
        if (get().phase !== "running") return;
        set({ phase: "paused" });
        command("pause");
      },
      stepOnce() {
        if (get().phase === "paused") command("step");
      },
      reset() {
        playWhenOpen = false;
        return get().open();
      },
      look: async (question) => (session?.isOpen && (await calls?.look(question))) || notConnected,
      attend: () => trainer().attend(session?.isOpen ?? false),
    };
  });
}

/** What is asked, whatever its variants are called. */
function withoutNames({ variants, ...rest }: PromptSpec): string {
  return JSON.stringify([rest, variants.map(({ name: _, ...variant }) => variant)]);
}

function applyEvent(state: PromptExperiment, event: TrainerEvent): PromptExperiment {
  switch (event.kind) {
    case "scored":
      return state.progress ? { ...state, progress: applyPrompt(state.progress, event) } : state;
    case "losses":
    case "evaluation":
    case "lane":
    case "flow-losses":
    case "gallery":
      // These are of races and pictures, which have their own stores.
      return state;
    default:
      return applyLoop(state, event);
  }
}
