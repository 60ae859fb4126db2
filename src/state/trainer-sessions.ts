import type { Result, TrainerEvent, TrainerFailure } from "../worker/api";
import { type Connect, report, type TrainerCalls, TrainerGone } from "./trainer";

/** Each start is a new session: answers and events of an earlier one say nothing about the experiment that is open now. */
interface Session {
  isOpen: boolean;
  /** Settles when it is open, or cannot be opened. */
  opening: Promise<void>;
  /** Play, pause and step, one after the other. */
  commands: Promise<void>;
}

/** What a store hears of its sessions. */
interface Told {
  /** News of the session that lasts, never of a former one. */
  events(events: readonly TrainerEvent[]): void;
  failed(failure: TrainerFailure): void;
}

/** The sessions of a store whose experiment the trainer opens: connected at the first need, one session at a time. */
export function trainerSessions(connect: Connect, told: Told) {
  let calls: TrainerCalls | null = null;
  let session: Session | null = null;

  const trainer = (): TrainerCalls => {
    calls ??= connect(onEvents, (detail) => {
      calls = null;
      session = null;
      told.failed({ kind: "engine", detail });
    });
    return calls;
  };

  function onEvents(events: readonly TrainerEvent[]): void {
    // While an experiment is opening, only loading events are its own: others may be of the former one.
    if (session) told.events(session.isOpen ? events : events.filter(({ kind }) => kind === "loading"));
  }

  /** Waits for a call of the session it is made in; says so if it is rejected while that session lasts. */
  const guarded = async <T>(call: Promise<T>): Promise<T | undefined> => {
    const mine = session;
    try {
      return await call;
    } catch (error) {
      if (mine === session && !(error instanceof TrainerGone)) told.failed(report(error));
      return undefined;
    }
  };

  const ask = async <T>(
    mine: Session,
    call: (trainer: TrainerCalls) => Promise<Result<T | null>>,
    opened: (value: T) => void,
  ): Promise<void> => {
    const result = await guarded(call(trainer()));
    if (mine !== session || !result) return;
    mine.isOpen = result.ok && result.value !== null;
    if (!result.ok) told.failed(result.failure);
    else if (result.value !== null) opened(result.value);
  };

  return {
    trainer,
    isOpen: (): boolean => session?.isOpen ?? false,
    /** The trainer, while an experiment is open. */
    ready: (): TrainerCalls | null => (session?.isOpen ? calls : null),
    /** Settles when the session is open, or cannot be opened; null where none was begun. */
    opening: (): Promise<void> | null => session?.opening ?? null,
    /** Begins a session; `opened` is called only while it lasts. */
    open<T>(
      call: (trainer: TrainerCalls) => Promise<Result<T | null>>,
      opened: (value: T) => void,
    ): Promise<void> {
      const mine: Session = { isOpen: false, opening: Promise.resolve(), commands: Promise.resolve() };
      session = mine;
      mine.opening = ask(mine, call, opened);
      return mine.opening;
    },
    /** Ends the session; `isRunning`: what runs is paused. */
    end(isRunning: boolean): void {
      if (isRunning) void guarded(trainer().pause());
      session = null;
    },
    command(name: "play" | "pause" | "step"): void {
      const mine = session;
      if (!mine?.isOpen) return;
      mine.commands = mine.commands.then(async () => {
        if (mine === session) await guarded(trainer()[name]());
      });
    },
  };
}
