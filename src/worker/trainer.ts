import type { BackendName } from "../engine/engine";
import type { DrawRequest, DrawResult } from "../experiments/picture/draw-request";
import { pictureStart } from "../experiments/picture/picture-running";
import type { PictureSpec } from "../experiments/picture/picture-spec";
import type { PromptFinding, PromptLook } from "../experiments/prompt/look";
import { promptStart } from "../experiments/prompt/prompt-running";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type {
  Answer,
  BackendChoice,
  Evaluation,
  MeasuredSpeed,
  OpenedPictures,
  OpenedPrompt,
  Parked,
  RaceInfo,
  Result,
  Trainer,
  TrainerEvent,
} from "./api";
import { Engines } from "./engines";
import { EventBatcher } from "./event-batcher";
import { settle } from "./failures";
import { LanePool } from "./lane-pool";
import { MaterialsLoader } from "./materials-loader";
import { measureMethod } from "./measure-method";
import { drawWith, lookInto, type Open, saveLane } from "./open";
import { openPictures, preparePictures } from "./open-pictures";
import { openPrompt, preparePrompt } from "./open-prompt";
import { openRace, prepareRace, type RaceRunner, type Workshop } from "./open-race";
import { parkOpen, prepareParked } from "./park";
import type { TrainerSources } from "./sources";

/** Opens one experiment at a time and passes the page's calls to it, one after the other. */
export class ExperimentTrainer implements Trainer {
  private readonly events = new EventBatcher();
  private readonly workshop: Workshop;
  private opened: Open | null = null;
  /** Only the newest `open` puts its experiment in place. */
  private openings = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly sources: TrainerSources) {
    this.workshop = {
      engines: new Engines(sources),
      loader: new MaterialsLoader(sources.checkpoints),
      pool: new LanePool(sources.connectLanes, sources.cores, sources.laneIdleMs),
      send: (event) => this.events.send(event),
      inTurn: (work) => this.inTurn(work),
    };
  }

  async listen(listener: (events: readonly TrainerEvent[]) => void): Promise<void> {
    this.events.listener = listener;
  }

  open(
    spec: RaceSpec,
    backend: BackendName | null,
    workers: number | null = null,
  ): Promise<Result<RaceInfo | null>> {
    return this.openNewest(
      () => prepareRace(this.workshop, { spec, race: null }, backend, workers),
      async (prepared) => (await this.put(() => openRace(this.workshop, prepared))).start(),
    );
  }

  openPrompt(spec: PromptSpec, backend: BackendName | null): Promise<Result<OpenedPrompt | null>> {
    return this.openNewest(
      () => preparePrompt(this.workshop, promptStart(spec), backend),
      async (prepared) => {
        const runner = await this.put(() => openPrompt(this.workshop, prepared));
        return { ...(await runner.start()), backend: runner.running.backend };
      },
    );
  }

  look(question: PromptLook): Promise<Result<PromptFinding>> {
    return this.settled(() => lookInto(this.opened, question));
  }

  openPictures(spec: PictureSpec, backend: BackendName | null): Promise<Result<OpenedPictures | null>> {
    return this.openNewest(
      () => preparePictures(this.workshop, this.sources.checkpoints, pictureStart(spec), backend),
      async (prepared) => {
        const runner = await this.put(() => openPictures(this.workshop, prepared));
        return { ...(await runner.start()), backend: runner.running.backend };
      },
    );
  }

  draw(request: DrawRequest): Promise<Result<DrawResult>> {
    return this.settled(() => drawWith(this.opened, request));
  }

  park(): Promise<Result<Parked | null>> {
    return this.settled(async () => {
      try {
        return this.opened && (await parkOpen(this.opened));
      } finally {
        await this.close();
        this.workshop.pool.release(0);
      }
    });
  }

  resume(parked: Parked): Promise<Result<BackendChoice>> {
    const { backend, wasPlaying } = parked;
    this.openings++;
    return this.settled(async () => {
      const runner = await this.put(await prepareParked(this.workshop, this.sources.checkpoints, parked));
      const isSame = runner.running.backend.name === backend.name;
      const now = runner.running.backend;
      if (!isSame) this.events.send({ kind: "backend", backend: now, resumedAt: runner.running.step });
      if (wasPlaying) runner.play();
      return now;
    });
  }

  play(): Promise<void> {
    return this.inTurn(async () => this.opened?.runner.play());
  }

  pause(): Promise<void> {
    this.opened?.runner.stopSoon();
    return this.inTurn(async () => this.opened?.runner.pause());
  }

  step(): Promise<void> {
    return this.inTurn(async () => this.opened?.runner.step());
  }

  reset(): Promise<Result<RaceInfo>> {
    this.opened?.runner.stopSoon();
    return this.withRace((runner) => runner.restart());
  }

  async setLearningRate(lane: number, learningRate: number): Promise<LaneSpec | null> {
    return this.race?.running.setLearningRate(lane, learningRate) ?? null;
  }

  ask(input: string): Promise<Result<readonly Answer[]>> {
    return this.withRace(async (runner) => {
      const answers = await runner.call((race) => race.ask(input));
      return answers.map((answer, i) => ({ lane: i - 1, ...answer }));
    });
  }

  examine(lane: number, question: LaneQuestion): Promise<Result<LaneFinding>> {
    return this.withRace((runner) => runner.call((race) => race.examine(lane, question)));
  }

  measure(base: string, method: string, backend: BackendName | null): Promise<Result<MeasuredSpeed>> {
    return this.settled(async () => {
      await this.opened?.runner.rest();
      try {
        return await measureMethod(this.workshop.engines, base, method, backend);
      } finally {
        await this.opened?.runner.activate();
      }
    });
  }

  save(lane: number): Promise<Result<Uint8Array>> {
    return this.settled(() => saveLane(this.opened, lane));
  }

  load(lane: number, file: Uint8Array): Promise<Result<Evaluation>> {
    return this.withRace(async (runner) => {
      await runner.pause();
      return runner.call((race) => race.load(lane, file));
    });
  }

  private get race(): RaceRunner | null {
    return this.opened?.kind === "race" ? this.opened.runner : null;
  }

  /** Prepares an experiment and puts it in place, unless another was asked for meanwhile: then the value is null. */
  private openNewest<Prepared, T>(
    prepare: () => Promise<Prepared>,
    put: (prepared: Prepared) => Promise<T>,
  ): Promise<Result<T | null>> {
    const opening = ++this.openings;
    const isOvertaken = (): boolean => opening !== this.openings;
    this.opened?.runner.stopSoon();
    return this.settled(async () => {
      if (isOvertaken()) return null;
      const prepared = await prepare();
      return isOvertaken() ? null : put(prepared);
    });
  }

  /** Puts an experiment in the place of what was open. */
  private async put<O extends Open>(open: () => Promise<O>): Promise<O["runner"]> {
    await this.close();
    const opened = await open();
    this.opened = opened;
    return opened.runner;
  }

  private async close(): Promise<void> {
    const { opened } = this;
    this.opened = null;
    await opened?.runner.close();
  }

  private withRace<T>(call: (runner: RaceRunner) => Promise<T>): Promise<Result<T>> {
    return this.settled(async () => {
      if (!this.race) throw new Error("no race is open");
      return call(this.race);
    });
  }

  private settled<T>(call: () => Promise<T>): Promise<Result<T>> {
    return this.inTurn(() => settle(call));
  }

  /** Runs calls one after the other; their events reach the page before they settle. */
  private async inTurn<T>(call: () => Promise<T>): Promise<T> {
    const result = this.queue.then(call);
    this.queue = result.catch(() => {});
    try {
      return await result;
    } finally {
      this.events.flush();
    }
  }
}
