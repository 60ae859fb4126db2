import type { ParkedPrompt, ParkedRace, TrainerEvent } from "../worker/api";
import { type Connect, type TrainerCalls, TrainerGone, type TrainerLink } from "./trainer";

/** One store that uses the trainer. */
interface Seat {
  onEvents: (events: readonly TrainerEvent[]) => void;
  onCrash: (detail: string) => void;
  /** Its experiment while another store has the trainer, or nobody. */
  parked: ParkedRace | ParkedPrompt | null;
  /** The store wants it at rest: a pause may come while the race is put aside. */
  isPaused: boolean;
  /** Mounted pages that show its race. */
  pages: number;
  /** Calls that wait until such a page is there. */
  waiting: (() => void)[];
}

/**
 * The one trainer of the page. Whichever store calls it has it; the race of the store before is put aside as plain data
 * and made ready again when that store calls or a page shows it. When no page shows a race, no call is under way and
 * nothing runs, the worker is ended after a while: all that was trained is kept here.
 */
export class SharedTrainer {
  private link: TrainerLink | null = null;
  private holder: Seat | null = null;
  /** Hand-overs and the starts of calls, one after the other. */
  private queue: Promise<unknown> = Promise.resolve();
  private pages = 0;
  private calls = 0;
  private isRunning = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connect: (onCrash: (detail: string) => void) => TrainerLink,
    private readonly idleMs = 10_000,
  ) {}

  /** A place for one store. */
  seat(): Connect {
    const seat: Seat = {
      onEvents: () => {},
      onCrash: () => {},
      parked: null,
      isPaused: false,
      pages: 0,
      waiting: [],
    };
    return (onEvents, onCrash) => {
      Object.assign(seat, { onEvents, onCrash });
      return this.callsOf(seat);
    };
  }

  private callsOf(seat: Seat): TrainerCalls {
    const call = <T>(work: (link: TrainerLink) => Promise<T>): Promise<T> => this.call(work, seat, true);
    /** A race at its start: what ran before runs no more. */
    const begin = async <T>(answer: Promise<T>): Promise<T> => {
      const result = await answer;
      if (this.holder === seat) this.isRunning = false;
      return result;
    };
    return {
      attend: (isOpen) => this.attend(seat, isOpen),
      open: (...given) => begin(this.call((link) => link.open(...given), seat, false)),
      openPrompt: (...given) => begin(this.call((link) => link.openPrompt(...given), seat, false)),
      reset: () => begin(call((link) => link.reset())),
      play: () => {
        seat.isPaused = false;
        return call((link) => link.play());
      },
      pause: () => {
        seat.isPaused = true;
        return call((link) => link.pause());
      },
      step: () => call((link) => link.step()),
      setLearningRate: (...given) => call((link) => link.setLearningRate(...given)),
      ask: (input) => call((link) => link.ask(input)),
      examine: (...given) => call((link) => link.examine(...given)),
      save: (lane) => call((link) => link.save(lane)),
      load: (...given) => call((link) => link.load(...given)),
      // Needs no race, so whoever has the trainer keeps it.
      measure: (...given) => this.call((link) => link.measure(...given), null, false),
    };
  }

  private attend(seat: Seat, isOpen: boolean): () => void {
    seat.pages++;
    this.pages++;
    for (const go of seat.waiting.splice(0)) go();
    if (isOpen && this.holder !== seat) this.call(async () => {}, seat, true).catch(() => {});
    this.endWhenIdle();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      seat.pages--;
      this.pages--;
      this.endWhenIdle();
    };
  }

  /**
   * Makes a call as soon as the seat has the trainer (null: any may have it). `asItWas`: with its race as it was when it
   * was put aside.
   */
  private async call<T>(
    work: (link: TrainerLink) => Promise<T>,
    seat: Seat | null,
    asItWas: boolean,
  ): Promise<T> {
    this.calls++;
    // Calls start one after the other, but do not wait for each other's answers.
    const started = this.queue.then(async () => {
      if (seat && this.mustWait(seat)) return null;
      const link = seat ? await this.giveTo(seat, asItWas) : this.connected();
      return { answer: work(link) };
    });
    this.queue = started.catch(() => {});
    try {
      const call = await started;
      if (call) return await call.answer;
    } finally {
      this.calls--;
      this.endWhenIdle();
    }
    await new Promise<void>((go) => seat?.waiting.push(go));
    return this.call(work, seat, asItWas);
  }

  /** A race that no page shows does not take the trainer away from one that a page shows. */
  private mustWait(seat: Seat): boolean {
    return seat.pages === 0 && this.holder !== null && this.holder !== seat && this.holder.pages > 0;
  }

  private connected(): TrainerLink {
    this.link ??= this.connect((detail) => {
      const { holder } = this;
      this.forget();
      holder?.onCrash(detail);
    });
    return this.link;
  }

  private async giveTo(seat: Seat, asItWas: boolean): Promise<TrainerLink> {
    if (this.holder !== seat) await this.putAside();
    const link = this.connected();
    if (this.holder !== seat) {
      this.holder = seat;
      await link.listen((events) => this.hear(seat, events));
    }
    const { parked } = seat;
    seat.parked = null;
    if (parked && asItWas) {
      const wasPlaying = parked.wasPlaying && !seat.isPaused;
      const resumed = await link.resume({ ...parked, wasPlaying });
      if (!resumed.ok) seat.onEvents([{ kind: "failure", failure: resumed.failure }]);
    }
    return link;
  }

  /** Takes the trainer from the store that has it. Its race is kept as it is. */
  private async putAside(): Promise<void> {
    const { holder, link } = this;
    if (!holder || !link) return;
    try {
      const parked = await link.park();
      if (parked.ok) holder.parked = parked.value;
      else holder.onEvents([{ kind: "failure", failure: parked.failure }]);
    } catch (error) {
      // The store has heard of the crash.
      if (!(error instanceof TrainerGone)) throw error;
    }
    this.holder = null;
    this.isRunning = false;
  }

  private hear(seat: Seat, events: readonly TrainerEvent[]): void {
    for (const event of events) {
      if (this.holder !== seat) break;
      if (event.kind === "phase") this.isRunning = event.phase === "running";
      if (event.kind === "failure") this.isRunning = false;
    }
    this.endWhenIdle();
    seat.onEvents(events);
  }

  private get isIdle(): boolean {
    return this.link !== null && this.pages === 0 && this.calls === 0 && !this.isRunning;
  }

  private endWhenIdle(): void {
    clearTimeout(this.timer);
    if (!this.isIdle) return;
    this.timer = setTimeout(() => {
      const ended = this.queue.then(async () => {
        if (this.isIdle) await this.putAside();
        if (this.isIdle) this.end();
      });
      this.queue = ended.catch(() => {});
    }, this.idleMs);
  }

  private end(): void {
    this.link?.end();
    this.forget();
  }

  private forget(): void {
    this.link = null;
    this.holder = null;
    this.isRunning = false;
  }
}
