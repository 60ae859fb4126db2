import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeEach, describe, expect, it } from "vitest";
import { VariableStore } from "./variable-store";

let store: VariableStore;
beforeEach(async () => {
  await tf.setBackend("cpu");
  store = new VariableStore(1);
});
const stored = (...data: number[]) => ({ shape: [data.length], data: Float32Array.from(data) });
const values = (tensor: tf.Tensor): number[] => Array.from(tensor.dataSync());

describe("stored values", () => {
  it("go into trained and fixed variables and buffers, in place", () => {
    const trained = store.zeros("a", [2]);
    const fixed = store.fixed("b", [2], () => [0, 0]);
    const buffer = store.buffer("c", [2]);
    store.put({ a: stored(1, 2), b: stored(3, 4), c: stored(5, 6) });
    expect([values(trained), values(fixed), values(buffer.read())]).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  it("of a reparameterized tensor replace its network", () => {
    const read = store.reparameterized("prompt", () => tf.zeros([2]));
    store.put({ prompt: stored(1, 2) });
    expect(values(read())).toEqual([1, 2]);
    expect(Object.keys(store.trained)).toEqual(["prompt"]);
  });

  it("of a name that the method did not make are refused, and nothing is changed", () => {
    const trained = store.zeros("a", [1]);
    expect(() => store.put({ a: stored(7), b: stored(1) })).toThrow('there is no variable "b"');
    expect(values(trained)).toEqual([0]);
    expect(Object.keys(store.trained)).toEqual(["a"]);
  });
});

it("a name is given once, whatever kind of variable it names", () => {
  store.zeros("a", [1]);
  store.fixed("b", [1], () => [0]);
  store.buffer("c", [1]);
  for (const name of ["a", "b", "c"]) {
    expect(() => store.zeros(name, [1])).toThrow("made twice");
    expect(() => store.fixed(name, [1], () => [0])).toThrow("made twice");
    expect(() => store.buffer(name, [1])).toThrow("made twice");
  }
});
