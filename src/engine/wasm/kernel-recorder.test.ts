import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../../cli/node-files";
import { adamWDefaults, createAdamWState } from "../adamw";
import { counters, resetCounters } from "../counters";
import { type Engine, startEngine } from "../engine";
import type { Computation, Recorded } from "../recording";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

/** A scalar and something in the place of a gradient, with results on the way that are let go. */
const compute =
  (w: tf.Tensor) =>
  ({ x }: { readonly x: tf.Tensor }) => {
    const y = engine.ops.gelu(engine.ops.relu(engine.ops.matMul(engine.ops.matMul(x, w), w)));
    return { loss: engine.ops.reshape(engine.ops.matMul(y, w), []) as tf.Scalar, gradients: { y } };
  };
function record(x: tf.Tensor, of: Computation<{ readonly x: tf.Tensor }>): Recorded {
  const recorded: Recorded[] = [];
  tf.tidy(() => {
    const { loss, gradients, ...how } = engine.record!({ x }, of);
    recorded.push({ loss, gradients, ...how });
    return { loss, gradients };
  });
  return recorded[0]!;
}

describe("a recorded computation", () => {
  it("gives at a replay what computing gives, for other inputs and weights moved in place, and frees all in the end", () => {
    const w = tf.variable(tf.tensor2d([[0.5]]));
    const inputs = [1, -2, 3].map((value) => tf.tensor2d([[value]]));
    const before = tf.memory();
    const { recording, loss, gradients } = record(inputs[0]!, compute(w));
    const expected = (input: tf.Tensor): number[] =>
      tf.tidy(() => {
        const found = compute(w)({ x: input });
        return [found.loss.dataSync()[0]!, found.gradients.y.dataSync()[0]!];
      });
    expect([loss.dataSync()[0], gradients.y!.dataSync()[0]]).toEqual(expected(inputs[0]!));
    const losses = [loss];
    for (const input of inputs) {
      const again = recording!.replay({ x: input });
      losses.push(again.loss);
      expect([again.loss.dataSync()[0], again.gradients.y!.dataSync()[0]]).toEqual(expected(input));
    }
    // A loss is the caller's: later replays leave it alone.
    expect(loss.dataSync()[0]).toBe(expected(inputs[0]!)[0]);
    tf.dispose(losses);
    recording!.dispose();
    expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
    tf.dispose([w, ...inputs]);
  });

  it("is not to be had where a kernel of TensorFlow.js's own was used, and what was computed is right all the same", () => {
    const x = tf.tensor2d([[4]]);
    const found = record(x, (inputs) => ({
      loss: tf.reshape(tf.sqrt(engine.ops.gelu(inputs.x)), []) as tf.Scalar,
      gradients: {},
    }));
    expect(found.recording).toBeNull();
    expect(found.unrecorded).toBe("sqrt");
    expect(found.loss.dataSync()[0]).toBeCloseTo(2, 3);
    tf.dispose([x, found.loss]);
  });

  it("is not to be had where something else was kept, which no recording writes over", () => {
    const [x, w] = [tf.tensor2d([[2]]), tf.tensor2d([[1]])];
    const earlier = record(tf.tensor2d([[9]]), compute(w)).recording!;
    let kept: tf.Tensor | undefined;
    const found = record(x, (inputs) => {
      kept = tf.keep(engine.ops.matMul(inputs.x, w));
      return compute(w)(inputs);
    });
    expect(found.recording).toBeNull();
    expect(found.unrecorded).toBe("keep");
    const [loss, y] = [found.loss.dataSync()[0], found.gradients.y!.dataSync()[0]];
    const later = [3, 4, 5].map((value) => record(tf.tensor2d([[value]]), compute(w)).recording!);
    const recordings = [earlier, ...later];
    const keptSquare = (): number => tf.tidy(() => tf.square(kept!).dataSync()[0]!);
    for (const recording of recordings) recording.replay({ x: tf.tensor2d([[7]]) }).loss.dispose();
    expect(kept!.dataSync()[0]).toBe(2);
    // Where TensorFlow.js's own kernels find it, too.
    expect(keptSquare()).toBe(4);
    expect([found.loss.dataSync()[0], found.gradients.y!.dataSync()[0]]).toEqual([loss, y]);
    for (const recording of recordings) recording.dispose();
    expect(kept!.dataSync()[0]).toBe(2);
  });

  it("names the operation that made a constant, and says where one was made outside of any", () => {
    const x = tf.tensor2d([[1]]);
    const reason = (constant: (x: tf.Tensor) => tf.Tensor): string | null =>
      record(x, (inputs) => {
        constant(inputs.x);
        return compute(x)(inputs);
      }).unrecorded;
    expect(reason((y) => tf.mul(y, 2))).toBe("mul");
    expect(reason(() => tf.scalar(2))).toBe("tensor");
    expect(reason((y) => engine.ops.scale(y, 2))).toBeNull();
  });

  it("refuses a replay without one of its inputs", () => {
    const x = tf.tensor2d([[1]]);
    const { recording } = record(x, compute(x));
    expect(() => recording!.replay({ y: x })).toThrow('"x"');
    recording!.dispose();
  });

  it("leaves nothing being recorded when the computation throws", () => {
    const x = tf.tensor2d([[1]]);
    expect(() =>
      record(x, () => {
        throw new Error("no");
      }),
    ).toThrow("no");
    const { recording } = record(x, compute(x));
    expect(recording).not.toBeNull();
    recording!.dispose();
  });

  it("stays good when the inputs it was recorded with are gone", () => {
    const w = tf.tidy(() => tf.variable(tf.tensor2d([[0.5]])));
    const [first, second] = [tf.tensor2d([[1]]), tf.tensor2d([[2]])];
    const { recording } = record(first, compute(w));
    first.dispose();
    expect(recording!.isGood()).toBe(true);
    const again = recording!.replay({ x: second });
    expect(again.loss.dataSync()[0]).toBe(compute(w)({ x: second }).loss.dataSync()[0]);
    recording!.dispose();
    tf.dispose([again.loss, second, w]);
  });

  it("is no longer good when what it reads was replaced or is gone", async () => {
    const [x, w] = [tf.tensor2d([[1]]), tf.tidy(() => tf.variable(tf.tensor2d([[0.5]])))];
    const { recording } = record(x, compute(w));
    expect(recording!.isGood()).toBe(true);
    // Another backend moves the values to itself; when they come back, they are at another address.
    await tf.setBackend("cpu");
    tf.tidy(() => tf.add(w, 1));
    await tf.setBackend("wasm");
    const between = Array.from({ length: 50 }, () => tf.tensor2d([[9]]));
    tf.tidy(() => tf.add(w, 1));
    expect(recording!.isGood()).toBe(false);
    const again = record(x, compute(w)).recording!;
    expect(again.isGood()).toBe(true);
    w.dispose();
    expect(again.isGood()).toBe(false);
    for (const one of [recording!, again]) one.dispose();
    tf.dispose(between);
  });

  it("cannot be made within another", () => {
    const x = tf.tensor2d([[1]]);
    expect(() => record(x, () => record(x, compute(x)))).toThrow("already");
  });

  it("counts its arithmetic at each replay", () => {
    const x = tf.tensor2d([[1]]);
    resetCounters();
    const { recording } = record(x, compute(x));
    const once = counters.flops;
    recording!.replay({ x }).loss.dispose();
    expect(once).toBeGreaterThan(0);
    expect(counters.flops).toBe(2 * once);
    recording!.dispose();
  });
});

describe("kernels in the place of TensorFlow.js's own", () => {
  it("a product sees that its weight was moved in place", () => {
    const [x, w] = [tf.tensor2d([[1, 2]]), tf.variable(tf.tensor2d([[1], [1]]))];
    const product = (): number => tf.tidy(() => tf.matMul(x, w).dataSync()[0]!);
    expect(product()).toBe(3);
    const state = createAdamWState({ w });
    engine.applyAdamW({ w }, { w: tf.tensor2d([[-1], [-1]]) }, state, 1, adamWDefaults);
    const [first, second] = w.dataSync();
    expect(first).toBeGreaterThan(1.5);
    expect(product()).toBeCloseTo(first! + 2 * second!, 5);
  });

  it("a sum of other shapes and types is TensorFlow.js's own", () => {
    const sum = (a: tf.Tensor, b: tf.Tensor): number[] => [...tf.tidy(() => tf.add(a, b).dataSync())];
    expect(sum(tf.tensor1d([1, 2]), tf.tensor1d([10, 20]))).toEqual([11, 22]);
    expect(sum(tf.tensor2d([[1, 2]]), tf.tensor2d([[10], [20]]))).toEqual([11, 12, 21, 22]);
    expect(sum(tf.tensor1d([1, 2], "int32"), tf.tensor1d([3, 4], "int32"))).toEqual([4, 6]);
  });

  it("memory that is shared is freed with the last who holds it, and not before", () => {
    const { numDataBuffers } = tf.memory();
    const x = tf.tensor1d([1, 2, 3]);
    const clone = x.clone();
    expect(tf.memory().numDataBuffers).toBe(numDataBuffers + 1);
    x.dispose();
    const other = tf.tensor1d([7, 8, 9]);
    expect([...clone.dataSync()]).toEqual([1, 2, 3]);
    tf.dispose([clone, other]);
    expect(tf.memory().numDataBuffers).toBe(numDataBuffers);
  });

  it("a product of what does not fit together is refused, as TensorFlow.js does", () => {
    expect(() => tf.matMul(tf.ones([2, 3]), tf.ones([2, 3]))).toThrow();
    expect(() => tf.matMul(tf.ones([2, 3], "int32"), tf.ones([3, 2], "int32"))).toThrow();
  });
});
