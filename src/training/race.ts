import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../engine/engine";
import { headFor } from "../model/config";
import type { Subject } from "../model/subject";
import type { Model } from "../model/transformer";
import { disposeBatch } from "./batch";
import { answer, answerItems, type GivenAnswer, probe } from "./evaluate";
import { examine, type LaneFinding, type LaneQuestion } from "./examine";
import { attachHead } from "./head";
import { toModel } from "./load-base";
import { type Materials, taskOfLane } from "./materials";
import { chooseObjective } from "./objectives/choose";
import type { Drawn, Supervised } from "./objectives/objective";
import { PreferenceSource } from "./preferences/preferences";
import { rewardHeads } from "./preferences/reward-head";
import type { RaceEvaluation } from "./race-evaluation";
import { type LaneLosses, type LaneSnapshot, RaceLane, type Stopped } from "./race-lane";
import { type LaneSpec, type RaceSpec, withRate } from "./race-spec";
import { type RaceTask, RaceTasks } from "./race-task";
import { scheduleAt } from "./schedule";
import { scoreTask } from "./score-task";
import type { TrainingSession } from "./session";
import { VariableStore } from "./variable-store";

const workedExamples = 8;

/** The whole state of a race as plain data. */
export interface RaceSnapshot {
  readonly step: number;
  readonly lanes: readonly LaneSnapshot[];
}

/** All lanes of a race on one engine, in lock-step. What they train on comes from the seed and the step alone. */
export class Race {
  readonly base: Model;
  private readonly baseSubject: Subject;
  private readonly baseHead: VariableStore;
  private readonly lanes: RaceLane[] = [];
  /** What the base is asked: the task of the lanes where they share one, so that answers can be compared. */
  private readonly task: RaceTask;
  /** Where the preferences of readers come from; null for a race without any. */
  private readonly preferences: PreferenceSource | null;
  private steps = 0;

  /** Throws ObjectiveMisfitError, MethodMisfitError or OptionError where a lane cannot be trained; no tensor is left then. */
  constructor(
    engine: Engine,
    private readonly materials: Materials,
    readonly spec: RaceSpec,
  ) {
    const { base, params, task } = materials;
    const tasks = new RaceTasks(spec);
    const own = spec.lanes.map((lane) => tasks.of(taskOfLane(materials, lane)));
    const [shared] = own;
    this.task = shared && own.every((one) => one === shared) ? shared : tasks.of(materials);
    const chosen = spec.lanes.map(({ objective }, i) =>
      chooseObjective(objective, base.config, own[i]!.task),
    );
    this.base = toModel(base.config, params);
    const head = headFor(this.task.task.classes);
    this.baseHead = new VariableStore(spec.seed);
    this.baseSubject = { ops: engine.ops, model: attachHead(this.base, head, this.baseHead), edits: {} };
    const source = PreferenceSource.of(spec, task, rewardHeads(engine, this.base));
    this.preferences = source;
    try {
      for (const [i, lane] of spec.lanes.entries())
        this.lanes.push(new RaceLane(engine, this.base, own[i]!, spec, chosen[i]!, source, lane));
    } catch (error) {
      // The caller gets no race to dispose, so dispose here what was made so far.
      this.dispose();
      throw error;
    }
  }

  /** Steps taken; all lanes that have not stopped have taken as many. */
  get step(): number {
    return this.steps;
  }

  get finished(): boolean {
    return this.steps >= this.spec.steps;
  }

  /** After which step a lane ended early, and why; null where it has not. */
  stopped(lane: number): Stopped | null {
    return this.lanes[lane]!.stopped;
  }

  session(lane: number): TrainingSession {
    return this.lanes[lane]!.session;
  }

  /**
   * Changes a lane's rate from now on; before the first step and after the last one, from the next start on. Returns
   * the lane's new spec.
   */
  setLearningRate(index: number, learningRate: number): LaneSpec {
    const lane = this.lanes[index]!;
    lane.spec = withRate(lane.spec, this.finished ? 0 : this.steps, learningRate);
    return lane.spec;
  }

  /** Trained, kept and head parameters of a lane, and the values in its saved file, counted from the tensors made. */
  counts(lane: number): { trained: number; kept: number; stored: number; head: number } {
    const { headCount: head, session } = this.lanes[lane]!;
    const { counts } = session;
    return { ...counts, stored: counts.stored + head, head };
  }

  /** One step of every lane that has not stopped. Losses stay on the device until `readLosses`. */
  async advance(): Promise<void> {
    const taken = this.steps;
    // Lanes with the same task share their examples.
    const stacked = new Map<RaceTask, Supervised>();
    const supervised = (task: RaceTask) => (): Supervised => {
      const examples = stacked.get(task) ?? task.draw(taken);
      stacked.set(task, examples);
      return examples;
    };
    const draws: (readonly [RaceLane, Drawn])[] = [];
    try {
      for (const lane of this.lanes)
        if (!lane.stopped) draws.push([lane, await lane.draw(taken, supervised(lane.task))]);
      // No await from here on: an evaluation in between would find lanes at different steps.
      this.steps++;
      const schedule = scheduleAt(taken, this.spec.steps);
      for (const [lane, drawn] of draws) lane.take(drawn, taken, schedule, this.steps / this.spec.steps);
    } finally {
      for (const [, { inputs }] of draws) tf.dispose(inputs);
      for (const { batch } of stacked.values()) disposeBatch(batch);
    }
  }

  /** Reads the losses of all steps since the last call. A lane whose loss is NaN or infinite stops there. */
  async readLosses(): Promise<(LaneLosses & { lane: number })[]> {
    const news = [];
    for (const [index, lane] of this.lanes.entries()) {
      const losses = await lane.readLosses();
      if (losses) news.push({ lane: index, ...losses });
    }
    return news;
  }

  /** Evaluates a lane, or the base itself (−1), on so many held-out items. `detail` adds worked examples and probes. */
  async evaluate(lane: number, detail: boolean, items?: number): Promise<RaceEvaluation> {
    const { materials, task, heldOut, usual } = this.taskOf(lane);
    const own = lane < 0 ? undefined : this.lanes[lane];
    const measured = await own?.measure();
    const asked = heldOut.slice(0, items ?? usual);
    const { loss, score } = measured?.own
      ? { loss: measured.own.loss, score: measured.own.exact }
      : await scoreTask(this.subject(lane), materials, asked);
    const stop = Number.isFinite(loss) ? measured?.stop : "not-a-number";
    if (own && stop) own.stopped ??= { step: this.steps, reason: stop };
    const canAnswer = own?.answersTask ?? true;
    const shown = detail && canAnswer ? heldOut.slice(0, workedExamples) : [];
    const examples = shown.length > 0 ? await answerItems(this.subject(lane), task, shown) : [];
    // The base's own skills are tested with the base's own head and the lane's edits.
    const knowing = { ...this.subject(lane), model: this.base };
    const probes = detail ? await probe(knowing, this.materials.corpus.probes) : [];
    return {
      step: lane < 0 ? 0 : this.steps,
      heldOutLoss: loss,
      score,
      ...(measured && { series: measured.series }),
      ...(measured?.own ? { isOfObjective: true as const } : { of: asked.length }),
      examples,
      probes,
    };
  }

  /** Answers of the base (first) and of every lane to a typed input. Throws InputError for one that cannot be asked. */
  async ask(input: string): Promise<GivenAnswer[]> {
    const answers: GivenAnswer[] = [];
    for (let lane = -1; lane < this.lanes.length; lane++) {
      const { task } = this.taskOf(lane);
      answers.push((await answer(this.subject(lane), task, [task.prompt(input)]))[0]!);
    }
    return answers;
  }

  /** Answers a question about a lane; lane −1 is the base. */
  examine(lane: number, question: LaneQuestion): Promise<LaneFinding> {
    const session = lane < 0 ? null : this.session(lane);
    const { task, heldOut } = this.taskOf(lane);
    const { steps: step, baseSubject: reference, preferences } = this;
    return examine(
      { subject: this.subject(lane), reference, session, task, heldOut, step, preferences },
      question,
    );
  }

  async snapshot(): Promise<RaceSnapshot> {
    const step = this.steps;
    return { step, lanes: await Promise.all(this.lanes.map((lane) => lane.snapshot())) };
  }

  /** Continues from a snapshot of a race with the same spec, taken on any backend. */
  restore({ step, lanes }: RaceSnapshot): void {
    this.steps = step;
    this.lanes.forEach((lane, i) => {
      lane.restore(lanes[i]!);
    });
  }

  /** A lane's adapter as a safetensors file that says what it belongs to. */
  save(lane: number): Promise<Uint8Array> {
    const about = {
      ...this.belongsTo(lane),
      seed: String(this.spec.seed),
      step: String(this.stopped(lane)?.step ?? this.steps),
    };
    return this.lanes[lane]!.session.save({ ...about, task: this.taskOf(lane).materials.taskInfo.id });
  }

  /** Puts a saved adapter into a lane. Throws for a broken file, or one that belongs to something else. */
  load(lane: number, file: Uint8Array): Promise<void> {
    return this.lanes[lane]!.session.load(file, this.belongsTo(lane));
  }

  /** What an adapter must share with a race to make sense in it; a head of classes belongs to its task. */
  private belongsTo(lane: number): Record<string, string> {
    const { base, card } = this.materials;
    const { task, materials } = this.taskOf(lane);
    const weights = card ? card.sha256 : "untrained";
    const ofTask = task.classes.length > 0 && { task: materials.taskInfo.id };
    return { base: base.id, base_sha256: weights, ...ofTask };
  }

  dispose(): void {
    for (const lane of this.lanes) lane.dispose();
    this.preferences?.dispose();
    this.baseHead.dispose();
    tf.dispose(Object.values(this.base.params));
  }

  /** The task of a lane, or of the base itself (lane −1). */
  private taskOf(lane: number): RaceTask {
    return lane < 0 ? this.task : this.lanes[lane]!.task;
  }

  private subject(lane: number): Subject {
    if (lane < 0) return this.baseSubject;
    const { session, answersTask } = this.lanes[lane]!;
    // A reward model cannot write with its own head: the base's head answers, with the lane's edits.
    return answersTask ? session.subject : { ...session.subject, model: this.base };
  }
}
