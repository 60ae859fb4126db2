import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../../src/engine/engine";
import type { Inputs } from "../../src/engine/recording";
import { findMethod } from "../../src/methods/index";
import type { Method } from "../../src/methods/method";
import { tokensHead } from "../../src/model/config";
import { type Batch, disposeBatch, stack } from "../../src/training/batch";
import { toModel } from "../../src/training/load-base";
import { TrainingSession } from "../../src/training/session";
import { adam, type Contestant, randomExamples, type Setup, startingParams } from "./contestant";

/** How much of a step is taken: the loss alone, the gradients too, or all of it. */
export type Part = "forward" | "gradients" | "step";

/** The product: one session a method, all on one base and the same batch, one after the other as in a race. */
export function startOurs(
  engine: Engine,
  setup: Setup,
  methods: readonly string[],
  part: Part = "step",
): Contestant {
  const base = toModel(setup.config, startingParams(setup));
  const batch = stack(randomExamples(setup));
  const sessions = methods.map((id) => {
    const method = methodOf(id);
    return new TrainingSession(engine, base, { method, options: {}, seed: 1, head: tokensHead });
  });
  const lanes = sessions.map((session) => laneOf(session, part));
  return {
    async step() {
      const losses = lanes.map(({ work }) => work(batch));
      // What is sent to a GPU is done in order: the last loss is there when all the work is.
      const [loss] = await losses.at(-1)!.data();
      tf.dispose(losses);
      return loss!;
    },
    dispose() {
      for (const lane of lanes) lane.dispose();
      for (const session of sessions) session.dispose();
      disposeBatch(batch);
      tf.dispose(Object.values(base.params));
    },
  };
}

interface Lane {
  work(batch: Batch): tf.Scalar;
  dispose(): void;
}

/** A step, or the part of it that is asked for, done in the way in which the step does it. */
function laneOf(session: TrainingSession, part: Part): Lane {
  if (part === "step") return { work: (batch) => session.step(batch, adam.rate), dispose: () => {} };
  const compute = {
    forward: (inputs: Inputs) => ({ loss: session.loss(inputs), gradients: {} }),
    gradients: (inputs: Inputs) => session.gradients(inputs),
  }[part];
  const alone = session.repeating(compute);
  return { work: (batch) => tf.tidy(() => alone.of(batch).loss), dispose: () => alone.dispose() };
}

/** The method with this id; throws where there is none. */
export function methodOf(id: string): Method {
  const method = findMethod(id);
  if (!method) throw new Error(`unknown method "${id}"`);
  return method;
}
