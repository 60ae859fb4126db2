import { createStore, type StoreApi } from "zustand/vanilla";
import { defaultPrompt } from "../experiments/prompt/default-prompt";
import { readPromptLink } from "../experiments/prompt/prompt-link";
import { applyPrompt, beginPrompt } from "../experiments/prompt/prompt-progress";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { OpenedPrompt, TrainerEvent } from "../worker/api";
import { applyLoop, emptyLoop } from "./loop-progress";
import type { PromptExperiment } from "./prompt-shape";
import type { Settings } from "./settings";
import { type Connect, notConnected } from "./trainer";
import { trainerSessions } from "./trainer-sessions";

const settleMs = 300;

/** A store of a prompt experiment. `connect` and `where` are handed in, so that tests need no worker. */
export function promptStore(
  connect: Connect,
  where: () => Pick<Settings, "backend">,
): StoreApi<PromptExperiment> {
  return createStore<PromptExperiment>()((set, get) => {
    /** Until the trainer is asked: of many quick changes only the last is opened. */
    let timer: ReturnType<typeof setTimeout> | undefined;
    let playWhenOpen = false;

    const sessions = trainerSessions(connect, {
      events: (events) => set((state) => events.reduce(applyEvent, state)),
      failed: (failure) => set({ phase: "failed", failure }),
    });
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
        sessions.end(phase === "running");
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

      open() {
        clearTimeout(timer);
        const { draft } = get();
        set({ ...emptyLoop("loading"), progress: null });
        return sessions.open((trainer) => trainer.openPrompt(draft, where().backend), opened);
      },
      play() {
        if (get().phase !== "paused") return;
        set({ phase: "running" });
        sessions.command("play");
      },
      pause() {
        playWhenOpen = false;
        if (get().phase !== "running") return;
        set({ phase: "paused" });
        sessions.command("pause");
      },
      stepOnce() {
        if (get().phase === "paused") sessions.command("step");
      },
      reset() {
        playWhenOpen = false;
        return get().open();
      },
      look: async (question) => (await sessions.ready()?.look(question)) ?? notConnected,
      attend: () => sessions.trainer().attend(sessions.isOpen()),
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
