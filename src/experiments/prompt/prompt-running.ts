import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../../engine/engine";
import { createRandom } from "../../lib/random";
import { countParameters } from "../../model/parameters";
import type { Subject } from "../../model/subject";
import { toModel } from "../../training/load-base";
import type { Materials, PlainModel } from "../../training/materials";
import { modelKey } from "../../training/race-spec";
import type { ReportDetail, Running } from "../kind";
import { questionsAtOnce } from "./answers-at-once";
import { modelOf } from "./asked-model";
import { type Answered, judgeAnswers, withAnswers } from "./judge-answers";
import { lookAt, type PromptFinding, type PromptLook } from "./look";
import { nothingScored, type PromptEvent, type PromptInfo, type VariantScore } from "./prompt-progress";
import type { PromptSpec } from "./prompt-spec";
import { drawQuestions, type Question } from "./questions";
import { chanceOf } from "./vote";
import { writeAnswers } from "./write-answers";

/** A prompt experiment as plain data: what was asked for, and the scores so far. */
export interface PromptState {
  readonly spec: PromptSpec;
  /** How many chunks of questions were answered; the variants take turns. */
  readonly step: number;
  /** By variant. */
  readonly scores: readonly VariantScore[];
}

/** Nothing answered yet. */
export function promptStart(spec: PromptSpec): PromptState {
  return { spec, step: 0, scores: spec.variants.map(() => nothingScored) };
}

/** A frozen base that answers the same questions under each variant, a chunk of one variant a step. */
export class PromptRunning implements Running<PromptInfo, PromptState> {
  private readonly spec: PromptSpec;
  /** By variant. */
  private readonly questions: readonly (readonly Question[])[];
  /** The model of the experiment. */
  private readonly subject: Subject;
  /** Whom the variants ask, by `modelKey`. */
  private readonly subjects: ReadonlyMap<string, Subject>;
  private readonly scores: VariantScore[];
  /** How many questions of each variant have been reported. */
  private readonly told: number[];
  private steps: number;
  private isBusy = false;
  private readonly end = new AbortController();

  /** Loads nothing. Throws PromptError, or InputError for a trigger that cannot be written. */
  constructor(
    engine: Engine,
    private readonly materials: Materials,
    { spec, step, scores }: PromptState,
    private readonly send: (event: PromptEvent) => void,
  ) {
    this.spec = spec;
    this.questions = drawQuestions(materials.task, spec);
    const subjectOf = ({ base, params }: PlainModel): Subject => ({
      ops: engine.ops,
      model: toModel(base.config, params),
      edits: {},
    });
    this.subject = subjectOf(materials);
    const others = [...materials.others].map(([key, one]) => [key, subjectOf(one)] as const);
    this.subjects = new Map([[modelKey(spec), this.subject], ...others]);
    this.scores = [...scores];
    this.told = spec.variants.map(() => 0);
    this.steps = step;
  }

  get step(): number {
    return this.steps;
  }

  get isFinished(): boolean {
    const chunks = Math.ceil(this.mostQuestions / questionsAtOnce);
    return this.steps >= chunks * this.spec.variants.length;
  }

  get start(): PromptState {
    return promptStart(this.spec);
  }

  get saved(): PromptState {
    return { spec: this.spec, step: this.steps, scores: [...this.scores] };
  }

  async info(): Promise<PromptInfo> {
    const { base, card, task } = this.materials;
    return {
      spec: this.spec,
      card,
      total: countParameters(base.config),
      questions: this.mostQuestions,
      chance: task.chance ?? chanceOf(this.questions[0]!.map(({ item }) => item.answer)),
      prompts: this.questions.map(([first]) => task.tokenizer.decode(first!.prompt)),
    };
  }

  async advance(): Promise<void> {
    const { variants } = this.spec;
    const variant = this.steps % variants.length;
    const from = Math.floor(this.steps / variants.length) * questionsAtOnce;
    const questions = this.questions[variant]!.slice(from, from + questionsAtOnce);
    const answered = await this.answer(variant, questions, from);
    if (!answered) return;
    this.scores[variant] = withAnswers(this.scores[variant]!, answered);
    this.steps++;
  }

  async report(detail: ReportDetail): Promise<void> {
    for (const [variant, { examples, ...score }] of this.scores.entries()) {
      const told = this.told[variant]!;
      if (this.isDisposed || (detail === "new" && told === score.of)) continue;
      this.told[variant] = score.of;
      const withWords = detail === "full" || told === 0;
      this.send({ kind: "scored", variant, ...score, ...(withWords && { examples }) });
    }
  }

  /**
   * Looks at one prompt that a person composed. Throws InputError where it cannot be read, RangeError for a model that
   * no variant asks.
   */
  async look(question: PromptLook): Promise<PromptFinding> {
    const model = question.kind === "search" ? undefined : question.model;
    const subject = model ? this.subjects.get(modelKey(model)) : this.subject;
    if (!subject) throw new RangeError("no variant asks this model");
    return lookAt(subject, this.materials.task, question);
  }

  async snapshot(): Promise<PromptState> {
    return this.saved;
  }

  dispose(): void {
    this.end.abort();
    if (!this.isBusy) this.free();
  }

  /**
   * Answers to some questions under a variant; null when it was disposed meanwhile. Randomness comes from the seed and
   * the index of the first question.
   */
  private async answer(
    variant: number,
    questions: readonly Question[],
    from: number,
  ): Promise<readonly Answered[] | null> {
    const { task } = this.materials;
    const asked = this.spec.variants[variant]!;
    const random = createRandom(this.spec.seed).fork("answers").fork(from);
    this.isBusy = true;
    try {
      const { signal } = this.end;
      const subject = this.subjects.get(modelKey(modelOf(this.spec, asked)))!;
      const written = await writeAnswers(subject, task, questions, asked, random, signal);
      return questions.map((question, i) => judgeAnswers(task, question, written[i]!, asked.decode));
    } catch (error) {
      if (this.isDisposed) return null;
      throw error;
    } finally {
      this.isBusy = false;
      if (this.isDisposed) this.free();
    }
  }

  /** Some variants may have fewer, of another length. */
  private get mostQuestions(): number {
    return Math.max(...this.questions.map((questions) => questions.length));
  }

  private get isDisposed(): boolean {
    return this.end.signal.aborted;
  }

  private free(): void {
    for (const { model } of this.subjects.values()) tf.dispose(Object.values(model.params));
  }
}
