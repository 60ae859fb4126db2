import type { Parked, TrainerEvent } from "../worker/api";
import { type Connect, type TrainerCalls, TrainerGone, type TrainerLink } from "./trainer";

/** One store that uses the trainer. */
interface Client {
  onEvents: (events: readonly TrainerEvent[]) => void;
  onCrash: (detail: string) => void;
  /** Its experiment, parked while no store or another one has the trainer. */
  parked: Parked | null;
  /** The store wants it paused: it may say so while the race is parked. */
  isPaused: boolean;
  /** Mounted pages that show its race. */
  pages: number;
  /** Calls that wait until such a page is there. */
  waiting: (() => void)[];
}

/**
 * The one trainer of the page. It belongs to the store that called last; the race of the store before is parked as plain
 * data, and resumed when that store calls or a page shows it. When no page shows a race, no call is under way and
 * nothing runs, the worker is ended after a while: all that was trained is kept here.
 */
export class SharedTrainer {
  private link: TrainerLink | null = null;
  private holder: Client | null = null;
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

  /** For one store. */
  connection(): Connect {
    const client: Client = {
      onEvents: () => {},
      onCrash: () => {},
      parked: null,
      isPaused: false,
      pages: 0,
      waiting: [],
    };
    return (onEvents, onCrash) => {
      Object.assign(client, { onEvents, onCrash });
      return this.callsOf(client);
    };
  }

  private callsOf(client: Client): TrainerCalls {
    const call = <T>(work: (link: TrainerLink) => Promise<T>): Promise<T> => this.call(work, client, true);
    /** For calls that put a race at its start: nothing runs after them. */
    const started = async <T>(answer: Promise<T>): Promise<T> => {
      const result = await answer;
      if (this.holder === client) this.isRunning = false;
      return result;
    };
    return {
      attend: (isOpen) => this.attend(client, isOpen),
      open: (...given) => started(this.call((link) => link.open(...given), client, false)),
      openPrompt: (...given) => started(this.call((link) => link.openPrompt(...given), client, false)),
      openPictures: (...given) => started(this.call((link) => link.openPictures(...given), client, false)),
      draw: (request) => call((link) => link.draw(request)),
      reset: () => started(call((link) => link.reset())),
      play: () => {
        client.isPaused = false;
        return call((link) => link.play());
      },
      pause: () => {
        client.isPaused = true;
        return call((link) => link.pause());
      },
      step: () => call((link) => link.step()),
      setLearningRate: (...given) => call((link) => link.setLearningRate(...given)),
      ask: (input) => call((link) => link.ask(input)),
      look: (...given) => call((link) => link.look(...given)),
      examine: (...given) => call((link) => link.examine(...given)),
      save: (lane) => call((link) => link.save(lane)),
      load: (...given) => call((link) => link.load(...given)),
      // Needs no race: the store that has the trainer keeps it.
      measure: (...given) => this.call((link) => link.measure(...given), null, false),
    };
  }

  private attend(client: Client, isOpen: boolean): () => void {
    client.pages++;
    this.pages++;
    for (const go of client.waiting.splice(0)) go();
    if (isOpen && this.holder !== client) this.call(async () => {}, client, true).catch(() => {});
    this.endWhenIdle();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      client.pages--;
      this.pages--;
      this.endWhenIdle();
    };
  }

  /**
   * Makes a call as soon as the client has the trainer (null: any may have it). `asItWas`: with its race as it was when it
   * was put aside.
   */
  private async call<T>(
    work: (link: TrainerLink) => Promise<T>,
    client: Client | null,
    asItWas: boolean,
  ): Promise<T> {
    this.calls++;
    // Calls start one after the other, but do not wait for each other's answers.
    const started = this.queue.then(async () => {
      if (client && this.mustWait(client)) return null;
      const link = client ? await this.giveTo(client, asItWas) : this.connected();
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
    await new Promise<void>((go) => client?.waiting.push(go));
    return this.call(work, client, asItWas);
  }

  /** A race that no page shows does not take the trainer away from one that a page shows. */
  private mustWait(client: Client): boolean {
    return client.pages === 0 && this.holder !== null && this.holder !== client && this.holder.pages > 0;
  }

  private connected(): TrainerLink {
    this.link ??= this.connect((detail) => {
      const { holder } = this;
      this.forget();
      holder?.onCrash(detail);
    });
    return this.link;
  }

  private async giveTo(client: Client, asItWas: boolean): Promise<TrainerLink> {
    if (this.holder !== client) await this.putAside();
    const link = this.connected();
    if (this.holder !== client) {
      this.holder = client;
      await link.listen((events) => this.pass(client, events));
    }
    const { parked } = client;
    client.parked = null;
    if (parked && asItWas) {
      const wasPlaying = parked.wasPlaying && !client.isPaused;
      const resumed = await link.resume({ ...parked, wasPlaying });
      if (!resumed.ok) client.onEvents([{ kind: "failure", failure: resumed.failure }]);
    }
    return link;
  }

  /** Takes the trainer from the store that has it, and parks its race. */
  private async putAside(): Promise<void> {
    const { holder, link } = this;
    if (!holder || !link) return;
    try {
      const parked = await link.park();
      if (parked.ok) holder.parked = parked.value;
      else holder.onEvents([{ kind: "failure", failure: parked.failure }]);
    } catch (error) {
      // The store knows of the crash already.
      if (!(error instanceof TrainerGone)) throw error;
    }
    this.holder = null;
    this.isRunning = false;
  }

  private pass(client: Client, events: readonly TrainerEvent[]): void {
    for (const event of events) {
      if (this.holder !== client) break;
      if (event.kind === "phase") this.isRunning = event.phase === "running";
      if (event.kind === "failure") this.isRunning = false;
    }
    this.endWhenIdle();
    client.onEvents(events);
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
