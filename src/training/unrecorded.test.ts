import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { startEngine } from "../engine/engine";
import type { Recorder } from "../engine/recording";
import { RepeatedGradients } from "./repeated-gradients";

it("what kept a step from being replayed is that of its own shapes, whichever shapes came last", async () => {
  await startEngine("cpu", nodeEngineFiles);
  const loss = (): tf.Scalar => tf.scalar(1);
  /** Cannot record inputs of two elements. */
  const record: Recorder = ({ x }, _) =>
    x!.size === 2
      ? { loss: loss(), gradients: {}, recording: null, unrecorded: "mul" }
      : {
          loss: loss(),
          gradients: {},
          recording: {
            isGood: () => true,
            replay: () => ({ loss: loss(), gradients: {} }),
            dispose: () => {},
          },
          unrecorded: null,
        };
  const repeated = new RepeatedGradients(
    record,
    () => ({ loss: loss(), gradients: {} }),
    () => [],
  );
  const reasons = [1, 2, 1, 2, 1].map((size) => {
    repeated.of({ x: tf.zeros([size]) });
    return repeated.unrecorded;
  });
  expect(reasons).toEqual([null, "mul", null, "mul", null]);
});
