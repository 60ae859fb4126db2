import type { ReportDetail } from "../experiments/kind";
import type { TrainerEvent } from "./api";
import type { ChosenEngine } from "./choose-backend";
import { DeviceLostError, DeviceWatch } from "./device-watch";
import { isExpected, toFailure } from "./failures";
import { nextTurn } from "./next-turn";
import type { HostedRunning } from "./running";
import { StepRate } from "./step-rate";

/** What a runner is given to run one kind of experiment. */
export interface RunnerParts<State, R> {
  /** Makes the experiment from its state, on a backend. */
  readonly make: (chosen: ChosenEngine, state: State) => Promise<R>;
  /** Finds what to go on with when a device was lost, or workers beside it: another backend, or the same one. */
  readonly replace: (former: ChosenEngine, lost: "device" | "workers") => Promise<ChosenEngine>;
  readonly send: (event: TrainerEvent) => void;
  /** Runs something when no call of the page is under way, before the next one. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Runs one experiment: plays, pauses, steps, and moves on when its device or a worker is lost. It does not know
 * what kind of experiment it is. Calls come one at a time; only the loop of `play` works beside them.
 */
export class Runner<Info, State, R extends HostedRunning<Info, State>> {
  /** Whether the learner wants it to play; a loop that breaks does not change it. */
  private wanted = false;
  private loop: Promise<void> = Promise.resolve();
  private isClosed = false;
  private device: DeviceWatch;

  private constructor(
    private readonly parts: RunnerParts<State, R>,
    private chosen: ChosenEngine,
    private current: R,
  ) {
    this.device = this.watch(chosen);
  }

  static async open<Info, State, R extends HostedRunning<Info, State>>(
    parts: RunnerParts<State, R>,
    chosen: ChosenEngine,
    state: State,
  ): Promise<Runner<Info, State, R>> {
    await chosen.engine.activate();
    return new Runner(parts, chosen, await parts.make(chosen, state));
  }

  /** What runs now. Use it directly only for what needs no waiting; everything else goes through `call`. */
  get running(): R {
    return this.current;
  }

  get isPlaying(): boolean {
    return this.wanted;
  }

  /** Gives the info of the start. A first report follows in the background. */
  async start(): Promise<Info> {
    const info = await this.call((running) => running.info());
    // A full report is thousands of dispatches on a GPU: there it waits until one is due during the run.
    const detail = this.chosen.choice.name === "webgpu" ? "brief" : "full";
    this.reportLater(detail);
    return info;
  }

  /** Back to the same start. */
  async restart(): Promise<Info> {
    await this.halt();
    const { start } = this.current;
    this.current.dispose();
    this.current = await this.parts.make(this.chosen, start);
    return this.start();
  }

  play(): void {
    if (this.wanted || this.current.isFinished) return;
    this.wanted = true;
    const running = this.current;
    this.loop = this.guard(this.loop.then(() => this.run(running)));
  }

  /** Ends the loop after the current step. */
  stopSoon(): void {
    this.wanted = false;
  }

  /** Stops, with a full report. */
  async pause(): Promise<void> {
    await this.halt();
    if (this.current.isFinished) return;
    if (await this.did((running) => running.report("full"))) this.sayPhase();
  }

  /** Stops without a report, to make room for other work. */
  async rest(): Promise<void> {
    const wasPlaying = this.wanted;
    await this.halt();
    if (wasPlaying) this.sayPhase();
  }

  /** One step, with a full report. */
  async step(): Promise<void> {
    await this.halt();
    if (this.current.isFinished) return;
    const isDone = await this.did(async (running) => {
      await running.advance();
      await running.report("full");
    });
    if (!isDone) return;
    this.parts.send({ kind: "pace", step: this.current.step, stepsPerSecond: 0 });
    this.sayPhase();
  }

  /** Does something with what runs. If its device or a worker is lost meanwhile, this is done again after moving on. */
  async call<T>(work: (running: R) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.device.over(work(this.current));
      } catch (error) {
        if (!(error instanceof DeviceLostError)) throw error;
        await this.moveOn();
      }
    }
  }

  /** Does work and says whether it was done; tells the page if it cannot be, for a reason that the page has words for. */
  private async did(work: (running: R) => Promise<void>): Promise<boolean> {
    try {
      await this.call(work);
      return true;
    } catch (error) {
      if (!isExpected(error)) throw error;
      this.fail(error);
      return false;
    }
  }

  /** Makes this backend the current one again after another was used. */
  activate(): Promise<void> {
    return this.chosen.engine.activate();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.halt();
    this.current.dispose();
  }

  private reportLater(detail: ReportDetail): void {
    this.loop = this.guard(this.loop.then(() => this.current.report(detail)));
  }

  private async halt(): Promise<void> {
    this.stopSoon();
    await this.loop;
  }

  /** The loop of `play`: ends when the experiment is finished, halted or moved to another backend. */
  private async run(running: R): Promise<void> {
    this.parts.send({ kind: "phase", phase: "running" });
    const rate = new StepRate(running.step);
    const isOurs = (): boolean => this.current === running;
    while (this.wanted && isOurs() && !running.isFinished) {
      await running.advance();
      if (rate.isDue) {
        await running.report("new");
        const stepsPerSecond = rate.stepsPerSecond(running.step);
        if (isOurs()) this.parts.send({ kind: "pace", step: running.step, stepsPerSecond });
      }
      await nextTurn();
    }
    if (!isOurs()) return;
    await running.report("new");
    if (!running.isFinished || !isOurs()) return;
    this.wanted = false;
    this.sayPhase();
  }

  private sayPhase(): void {
    this.parts.send({ kind: "phase", phase: this.current.isFinished ? "done" : "paused" });
  }

  /** Background work that breaks is reported, unless it broke because its device is gone: then `moveOn` takes over. */
  private async guard(work: Promise<void>): Promise<void> {
    try {
      await this.device.over(work);
    } catch (error) {
      if (!(error instanceof DeviceLostError)) this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.wanted = false;
    this.parts.send({ kind: "failure", failure: toFailure(error) });
  }

  private watch({ engine }: ChosenEngine): DeviceWatch {
    const device = new DeviceWatch(engine.lost);
    // In turn, because a call in progress moves on itself and is then repeated.
    device.onLoss(() => void this.parts.inTurn(() => this.moveOn()).catch(() => {}));
    return device;
  }

  /**
   * The device or a worker is gone: goes on from the last saved state without it. Does nothing where that is done already.
   */
  private async moveOn(): Promise<void> {
    const { loss } = this.device;
    if (this.isClosed || !loss) return;
    const [lost, wasPlaying] = [this.current, this.wanted];
    await this.halt();
    try {
      const { saved } = lost;
      lost.dispose();
      this.chosen = await this.parts.replace(this.chosen, loss);
      this.current = await this.parts.make(this.chosen, saved);
      this.device = this.watch(this.chosen);
    } catch (error) {
      this.fail(error);
      throw error;
    }
    const { backend, step } = this.current;
    this.parts.send({ kind: "backend", backend, resumedAt: step });
    // The first report may be lost, too.
    if (step === 0) this.reportLater("full");
    if (wasPlaying && !this.current.isFinished) this.play();
    else this.sayPhase();
  }
}
