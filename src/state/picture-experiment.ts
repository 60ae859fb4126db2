import { createStore, type StoreApi } from "zustand/vanilla";
import { applyPictures, beginPictures } from "../experiments/picture/picture-progress";
import type { PictureSpec } from "../experiments/picture/picture-spec";
import type { OpenedPictures, TrainerEvent } from "../worker/api";
import { applyLoop, emptyLoop, withStep } from "./loop-progress";
import type { PictureExperiment } from "./picture-shape";
import type { Settings } from "./settings";
import { type Connect, notConnected } from "./trainer";
import { trainerSessions } from "./trainer-sessions";

const settleMs = 300;

/** A store of a picture experiment. `connect` and `where` are handed in, so that tests need no worker. */
export function pictureStore(
  connect: Connect,
  where: () => Pick<Settings, "backend">,
  first: PictureSpec,
): StoreApi<PictureExperiment> {
  return createStore<PictureExperiment>()((set, get) => {
    /** Until the trainer is asked: of many quick changes only the last is opened. */
    let timer: ReturnType<typeof setTimeout> | undefined;

    const sessions = trainerSessions(connect, {
      events: (events) => set((state) => events.reduce(applyEvent, state)),
      failed: (failure) => set({ phase: "failed", failure }),
    });
    const opened = ({ backend, ...info }: OpenedPictures): void => {
      set({ ...emptyLoop("paused"), backend, progress: beginPictures(info) });
    };

    return {
      ...emptyLoop("idle"),
      draft: first,
      progress: null,

      configure(draft) {
        const { phase } = get();
        if (phase === "idle") return set({ draft });
        sessions.end(phase === "running");
        set({ ...emptyLoop("loading"), draft, progress: null });
        clearTimeout(timer);
        timer = setTimeout(() => void get().open(), settleMs);
      },
      open() {
        clearTimeout(timer);
        const { draft } = get();
        set({ ...emptyLoop("loading"), progress: null });
        return sessions.open((trainer) => trainer.openPictures(draft, where().backend), opened);
      },
      play() {
        if (get().phase !== "paused") return;
        set({ phase: "running" });
        sessions.command("play");
      },
      pause() {
        if (get().phase !== "running") return;
        set({ phase: "paused" });
        sessions.command("pause");
      },
      stepOnce() {
        if (get().phase === "paused") sessions.command("step");
      },
      reset: () => get().open(),
      async draw(request) {
        await (sessions.opening() ?? get().open());
        return (await sessions.ready()?.draw(request)) ?? notConnected;
      },
      save: async (lane) => (await sessions.ready()?.save(lane)) ?? notConnected,
      attend: () => sessions.trainer().attend(sessions.isOpen()),
    };
  });
}

function applyEvent(state: PictureExperiment, event: TrainerEvent): PictureExperiment {
  switch (event.kind) {
    case "flow-losses":
    case "gallery": {
      if (!state.progress) return state;
      const step = event.kind === "gallery" ? event.gallery.step : (event.steps.at(-1) ?? 0);
      return withStep({ ...state, progress: applyPictures(state.progress, event) }, step);
    }
    case "losses":
    case "evaluation":
    case "lane":
    case "scored":
      // These are of races and prompts, which have their own stores.
      return state;
    default:
      return applyLoop(state, event);
  }
}
