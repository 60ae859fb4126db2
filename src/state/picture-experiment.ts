import { createStore, type StoreApi } from "zustand/vanilla";
import { applyPictures, beginPictures } from "../experiments/picture/picture-progress";
import type { PictureSpec } from "../experiments/picture/picture-spec";
import type { OpenedPictures, TrainerEvent } from "../worker/api";
import { applyLoop, emptyLoop, withStep } from "./loop-progress";
import type { PictureExperiment } from "./picture-shape";
import type { Settings } from "./settings";
import { type Connect, notConnected, report, type TrainerCalls, TrainerGone } from "./trainer";

const settleMs = 300;

/** Each start is a new session: answers and events of an earlier one say nothing about the experiment that is open now. */
interface Session {
  isOpen: boolean;
  /** Settles when it is open, or cannot be opened. */
  opening: Promise<void>;
  /** Play, pause and step, one after the other. */
  commands: Promise<void>;
}

/** A store of a picture experiment. `connect` and `where` are handed in, so that tests need no worker. */
export function pictureStore(
  connect: Connect,
  where: () => Pick<Settings, "backend">,
  first: PictureSpec,
): StoreApi<PictureExperiment> {
  return createStore<PictureExperiment>()((set, get) => {
    let calls: TrainerCalls | null = null;
    let session: Session | null = null;
    /** Until the trainer is asked: of many quick changes only the last is opened. */
    let timer: ReturnType<typeof setTimeout> | undefined;

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
    const ask = async (mine: Session): Promise<void> => {
      const result = await guarded(trainer().openPictures(get().draft, where().backend));
      if (mine !== session || !result) return;
      mine.isOpen = result.ok && result.value !== null;
      if (!result.ok) set({ phase: "failed", failure: result.failure });
      else if (result.value) opened(result.value);
    };
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
        if (phase === "running") void guarded(trainer().pause());
        session = null;
        set({ ...emptyLoop("loading"), draft, progress: null });
        clearTimeout(timer);
        timer = setTimeout(() => void get().open(), settleMs);
      },
      open() {
        clearTimeout(timer);
        const mine: Session = { isOpen: false, opening: Promise.resolve(), commands: Promise.resolve() };
        session = mine;
        set({ ...emptyLoop("loading"), progress: null });
        mine.opening = ask(mine);
        return mine.opening;
      },
      play() {
        if (get().phase !== "paused") return;
        set({ phase: "running" });
        command("play");
      },
      pause() {
        if (get().phase !== "running") return;
        set({ phase: "paused" });
        command("pause");
      },
      stepOnce() {
        if (get().phase === "paused") command("step");
      },
      reset: () => get().open(),
      async draw(request) {
        if (session) await session.opening;
        else await get().open();
        return (session?.isOpen && (await calls?.draw(request))) || notConnected;
      },
      save: async (lane) => (session?.isOpen && (await calls?.save(lane))) || notConnected,
      attend: () => trainer().attend(session?.isOpen ?? false),
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
