import type { BackendName } from "../engine/engine";
import { countParameters } from "../model/config";
import type { Materials } from "../training/materials";
import { Race, type RaceEvaluation } from "../training/race";
import type { RaceSpec } from "../training/race-spec";
import { evaluationSteps } from "../training/schedule";
import type { Snapshot } from "../training/session";
import type { Answer, Evaluation, LaneState, RaceInfo, Result, Trainer, TrainerEvent } from "./api";
import { type ChosenEngine, fallBack } from "./choose-backend";
import { settle } from "./failures";
import { News } from "./news";
import { nextTurn } from "./next-turn";
import { type EngineCache, prepareRace, type TrainerSources } from "./prepare-race";

/** The open race with everything needed to start it again. */
interface OpenRace {
  readonly materials: Materials;
  race: Race;
  /** As opened, with the learning rates as they are now: a reset keeps them. */
  spec: RaceSpec;
  readonly backend: ChosenEngine;
}

/** Opens, runs, pauses and reports one race at a time. Calls settle; the page hears of everything else as news. */
export class RaceTrainer implements Trainer {
  private readonly news = new News();
  private readonly engines: EngineCache = new Map();
  private current: OpenRace | null = null;
  private saved: { step: number; lanes: readonly Snapshot[] } | null = null;
  private playing = false;
  private loop: Promise<void> = Promise.resolve();
  /** Only the newest `open` may put its race in place. */
  private openings = 0;

  constructor(private readonly sources: TrainerSources) {}

  async listen(listener: (events: readonly TrainerEvent[]) => void): Promise<void> {
    this.news.listener = listener;
  }

  async open(spec: RaceSpec, backend: BackendName | null): Promise<Result<RaceInfo>> {
    const opening = ++this.openings;
    const result = await settle(spec, async () => {
      await this.halt();
      const { materials, chosen } = await prepareRace(spec, backend, this.sources, this.engines, (event) =>
        this.news.send(event),
      );
      // A newer call came while this one was loading: do not take its place.
      if (opening !== this.openings) throw new Error("superseded");
      this.current?.race.dispose();
      this.current = { materials, spec, backend: chosen, race: new Race(chosen.engine, materials, spec) };
      return this.begin(this.current);
    });
    this.news.flush();
    return result;
  }

  async play(): Promise<void> {
    if (!this.current || this.playing || this.current.race.finished) return;
    this.playing = true;
    this.loop = this.run(this.current).catch((error: unknown) => {
      // A lost GPU ends the loop here too; `watchForLoss` then goes on elsewhere.
      console.error(error);
      this.playing = false;
      this.news.send({ kind: "phase", phase: "paused" });
    });
  }

  async pause(): Promise<void> {
    const wasPlaying = this.playing;
    await this.halt();
    if (wasPlaying && this.current && !this.current.race.finished) {
      await this.evaluateLanes(this.current, true);
      this.news.send({ kind: "phase", phase: "paused" });
      this.news.flush();
    }
  }

  async step(): Promise<void> {
    await this.halt();
    const open = this.current;
    if (!open || open.race.finished) return;
    open.race.advance();
    await this.sendLosses(open);
    await this.evaluateLanes(open, true);
    this.news.send({ kind: "pace", step: open.race.step, stepsPerSecond: 0 });
    this.news.send({ kind: "phase", phase: open.race.finished ? "done" : "paused" });
    this.news.flush();
  }

  async reset(): Promise<Result<RaceInfo>> {
    await this.halt();
    const open = this.current;
    const result = await settle(open?.spec ?? null, async () => {
      if (!open) throw new Error("no race is open");
      open.race.dispose();
      open.race = new Race(open.backend.engine, open.materials, open.spec);
      return this.begin(open);
    });
    this.news.flush();
    return result;
  }

  async setLearningRate(lane: number, learningRate: number): Promise<void> {
    const open = this.current;
    if (!open) return;
    open.race.setLearningRate(lane, learningRate);
    const lanes = open.spec.lanes.map((spec, i) => (i === lane ? { ...spec, learningRate } : spec));
    open.spec = { ...open.spec, lanes };
  }

  async ask(input: string): Promise<Result<readonly Answer[]>> {
    const open = this.current;
    return settle(open?.spec ?? null, async () => {
      if (!open) throw new Error("no race is open");
      const answers = await open.race.ask(input);
      return answers.map((answer, i) => ({ lane: i - 1, ...answer }));
    });
  }

  async save(lane: number): Promise<Result<Uint8Array>> {
    const open = this.current;
    return settle(open?.spec ?? null, async () => {
      if (!open) throw new Error("no race is open");
      const { base, task, pretrained, seed } = open.spec;
      const metadata = {
        base,
        task,
        pretrained: String(pretrained),
        seed: String(seed),
        step: String(open.race.step),
      };
      const hash = open.materials.card ? { base_sha256: open.materials.card.sha256 } : {};
      return open.race.session(lane).save({ ...metadata, ...hash });
    });
  }

  async load(lane: number, file: Uint8Array): Promise<Result<Evaluation>> {
    await this.pause();
    const open = this.current;
    return settle(open?.spec ?? null, async () => {
      if (!open) throw new Error("no race is open");
      await open.race.session(lane).load(file);
      return open.race.evaluate(lane, true);
    });
  }

  /** Reports the start of a race: the base as it is, and every lane before its first step. */
  private async begin(open: OpenRace): Promise<RaceInfo> {
    this.saved = null;
    this.watchForLoss(open);
    const { materials, race, spec, backend } = open;
    const base = await race.evaluate(-1, true);
    await this.evaluateLanes(open, true);
    return {
      spec,
      backend: backend.choice,
      card: materials.card,
      total: countParameters(materials.base.config),
      classes: materials.task.classes,
      lanes: spec.lanes.map((_, lane) => this.laneState(open, lane)),
      base,
    };
  }

  /** The training loop: ends when the race is finished, paused or replaced. */
  private async run(open: OpenRace): Promise<void> {
    const { race, spec } = open;
    const due = evaluationSteps(spec.steps);
    this.news.send({ kind: "phase", phase: "running" });
    let counted = { time: performance.now(), step: race.step };
    while (this.playing && this.current === open && !race.finished) {
      race.advance();
      const now = performance.now();
      const evaluation = due.get(race.step);
      if (evaluation || now - counted.time > 250) {
        await this.sendLosses(open);
        const stepsPerSecond =
          ((race.step - counted.step) * 1000) / Math.max(1, performance.now() - counted.time);
        this.news.send({ kind: "pace", step: race.step, stepsPerSecond });
        counted = { time: performance.now(), step: race.step };
      }
      if (evaluation) await this.evaluateLanes(open, evaluation === "detailed");
      await nextTurn();
    }
    if (this.current !== open) return;
    await this.sendLosses(open);
    if (race.finished) {
      this.playing = false;
      this.news.send({ kind: "phase", phase: "done" });
    }
  }

  private async halt(): Promise<void> {
    this.playing = false;
    await this.loop;
  }

  private async sendLosses({ race, spec }: OpenRace): Promise<void> {
    const stoppedBefore = spec.lanes.map((_, lane) => race.stoppedAt(lane));
    for (const news of await race.readLosses()) {
      this.news.send({ kind: "losses", ...news });
      if (stoppedBefore[news.lane] === null && race.stoppedAt(news.lane) !== null && this.current) {
        this.news.send({ kind: "lane", lane: news.lane, state: this.laneState(this.current, news.lane) });
      }
    }
  }

  private async evaluateLanes(open: OpenRace, detail: boolean): Promise<void> {
    for (let lane = 0; lane < open.spec.lanes.length; lane++) {
      if (open.race.stoppedAt(lane) !== null) continue;
      const evaluation: RaceEvaluation = await open.race.evaluate(lane, detail);
      this.news.send({ kind: "evaluation", lane, evaluation });
    }
    // Only a GPU can be taken away; reading everything back would be waste elsewhere.
    if (open.backend.choice.name === "webgpu") {
      this.saved = { step: open.race.step, lanes: await open.race.snapshot() };
    }
  }

  private laneState({ race }: OpenRace, lane: number): LaneState {
    const stoppedAt = race.stoppedAt(lane);
    return { status: stoppedAt === null ? "ready" : "stopped", stoppedAt, ...race.counts(lane) };
  }

  /** When the GPU is lost, the race goes on from its last snapshot on the next backend. */
  private watchForLoss(open: OpenRace): void {
    const { race } = open;
    void open.backend.engine.lost.then(async () => {
      if (this.current?.race !== race) return;
      const wasPlaying = this.playing;
      await this.halt();
      this.engines.clear();
      const replace = this.sources.replace ?? fallBack;
      const backend = await replace(this.sources.engine, "lost");
      const next: OpenRace = { ...open, backend, race: new Race(backend.engine, open.materials, open.spec) };
      if (this.saved) next.race.restore(this.saved.step, this.saved.lanes);
      this.current = next;
      this.news.send({ kind: "backend", backend: backend.choice, resumedAt: next.race.step });
      if (wasPlaying) await this.play();
      else this.news.send({ kind: "phase", phase: "paused" });
    });
  }
}
