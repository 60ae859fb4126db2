import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../../engine/engine";
import { createRandom } from "../../lib/random";
import { findPictureMethod } from "../../methods/picture-methods";
import { tokensHead } from "../../model/config";
import type { Model } from "../../model/transformer";
import { type FlowObjective, startFlow } from "../../training/objectives/flow";
import { scheduleAt } from "../../training/schedule";
import { TrainingSession } from "../../training/session";
import type { LoadedPictures } from "./picture-data";
import type { PictureLane, PictureSpec } from "./picture-spec";

/** One method in training. */
export class PictureLaneRunning {
  readonly session: TrainingSession;
  private readonly objective: FlowObjective;
  /** Losses that were not reported yet. */
  private losses: { readonly step: number; readonly loss: number }[] = [];

  constructor(
    engine: Engine,
    base: Model,
    private readonly spec: PictureSpec,
    private readonly lane: PictureLane,
    pictures: LoadedPictures,
  ) {
    const method = findPictureMethod(lane.method);
    if (!method) throw new Error(`there is no method "${lane.method}" for pictures`);
    this.objective = startFlow(base.config, spec.batch, (random) => pictures.draw(random));
    const { options } = lane;
    const { seed } = spec;
    this.session = new TrainingSession(engine, base, {
      method,
      options,
      seed,
      head: tokensHead,
      objective: this.objective,
    });
  }

  /** One step of AdamW on the pictures of this step, which are the same in every lane. */
  async advance(step: number): Promise<void> {
    const { seed, steps } = this.spec;
    const { inputs } = this.objective.inputs({ random: createRandom(seed).fork("steps").fork(step) });
    const rate = this.lane.learningRate * scheduleAt(step, steps);
    const loss = this.session.step(inputs, rate, (step + 1) / steps);
    const [value] = await loss.data();
    tf.dispose([loss, ...Object.values(inputs)]);
    this.losses.push({ step: step + 1, loss: value! });
  }

  /** Whether the last loss was NaN or infinite. */
  get isBroken(): boolean {
    const last = this.losses.at(-1);
    return last !== undefined && !Number.isFinite(last.loss);
  }

  /** The losses since the last call. */
  takeLosses(): { readonly steps: readonly number[]; readonly losses: readonly number[] } {
    const taken = this.losses;
    this.losses = [];
    return { steps: taken.map(({ step }) => step), losses: taken.map(({ loss }) => loss) };
  }
}
