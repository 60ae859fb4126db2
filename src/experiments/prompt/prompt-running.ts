import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../../engine/engine";
import { mean } from "../../lib/mean";
import { createRandom } from "../../lib/random";
import { wilsonBand } from "../../lib/wilson";
import { countParameters } from "../../model/parameters";
import type { Subject } from "../../model/subject";
import { toModel } from "../../training/load-base";
import type { Materials } from "../../training/materials";
import type { ReportDetail, Running } from "../kind";
import { questionsAtOnce } from "./answers-at-once";
import {
  nothingScored,
  type PromptEvent,
  type PromptExample,
  type PromptInfo,
  type VariantScore,
} from "./prompt-progress";
import type { PromptSpec } from "./prompt-spec";
import { drawQuestions, type Question } from "./questions";
import { chanceOf, vote } from "./vote";
import { writeAnswers } from "./write-answers";

/** How many questions of each variant are sent as examples. */
const mostExamples = 8;

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
  private readonly questions: readonly Question[];
  private readonly subject: Subject;
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
    const model = toModel(materials.base.config, materials.params);
    this.subject = { ops: engine.ops, model, edits: {} };
    this.scores = [...scores];
    this.told = spec.variants.map(() => 0);
    this.steps = step;
  }

  get step(): number {
    return this.steps;
  }

  get isFinished(): boolean {
    const chunks = Math.ceil(this.questions.length / questionsAtOnce);
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
      questions: this.questions.length,
      chance: chanceOf(this.questions.map(({ item }) => item.answer)),
      prompts: this.questions[0]!.prompts.map((prompt) => task.tokenizer.decode(prompt)),
    };
  }

  async advance(): Promise<void> {
    const { variants } = this.spec;
    const variant = this.steps % variants.length;
    const from = Math.floor(this.steps / variants.length) * questionsAtOnce;
    const answers = await this.answer(variant, from);
    if (!answers) return;
    this.scores[variant] = withAnswers(this.scores[variant]!, answers);
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
  private async answer(variant: number, from: number): Promise<PromptExample[] | null> {
    const { task } = this.materials;
    const { decode } = this.spec.variants[variant]!;
    const questions = this.questions.slice(from, from + questionsAtOnce);
    const random = createRandom(this.spec.seed).fork("answers").fork(from);
    const prompts = questions.map((question) => question.prompts[variant]!);
    this.isBusy = true;
    try {
      const answers = await writeAnswers(this.subject, task, prompts, decode, random, this.end.signal);
      return questions.map(({ item }, i) => {
        const samples = answers[i]!;
        const answer = decode.vote ? vote(samples) : samples[0]!;
        const counted = decode.vote ? [answer] : samples;
        const score = mean(counted.map((one) => task.score(one, item)));
        return { input: item.input, expected: item.answer, answer, samples, score };
      });
    } catch (error) {
      if (this.isDisposed) return null;
      throw error;
    } finally {
      this.isBusy = false;
      if (this.isDisposed) this.free();
    }
  }

  private get isDisposed(): boolean {
    return this.end.signal.aborted;
  }

  private free(): void {
    tf.dispose(Object.values(this.subject.model.params));
  }
}

function withAnswers(former: VariantScore, more: readonly PromptExample[]): VariantScore {
  const right = former.right + more.reduce((sum, { score }) => sum + score, 0);
  const of = former.of + more.length;
  const examples = [...former.examples, ...more].slice(0, mostExamples);
  return { right, of, band: wilsonBand(right, of), examples };
}
