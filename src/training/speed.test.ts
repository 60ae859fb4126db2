import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { findMethod } from "../methods/index";
import { blocksOf } from "../model/sites";
import { speedBatch } from "./default-race";
import { measureSpeed } from "./speed";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const base = findBase("toolbox-nano")!;

it("counts the arithmetic of the forward pass as the shapes say", async () => {
  const { flops, trained, bytes } = await measureSpeed(engine, base, findMethod("full")!);
  const { context: T, width: C, vocabulary } = base.config;
  const layers = blocksOf(base.config).length;
  const rows = speedBatch * T;
  const block = 4 * C * C + 2 * 4 * C * C; // query, key, value, output; up and down
  const attention = 2 * T * C; // q kᵀ and p v of one row
  expect(flops.forward).toBe(2 * rows * (layers * (block + attention) + C * vocabulary));
  // Two gradients for every product.
  expect(flops.step).toBe(3 * flops.forward);
  expect(bytes).toMatchObject({ gradients: 4 * trained, moments: 8 * trained, file: 4 * trained });
});

it("counts no gradient of frozen weights, and leaves nothing behind", async () => {
  await measureSpeed(engine, base, findMethod("lora")!);
  const before = tf.memory().numTensors;
  const [full, lora] = [
    await measureSpeed(engine, base, findMethod("full")!),
    await measureSpeed(engine, base, findMethod("lora")!),
  ];
  expect(tf.memory().numTensors).toBe(before);
  expect(lora.flops.step / full.flops.step).toBeLessThan(0.75);
  expect(lora.bytes.activations).toBeGreaterThan(0.9 * full.bytes.activations);
});

it("says which operation keeps the steps of a method from being replayed", async () => {
  for (const id of ["full", "lora", "head"] as const)
    expect((await measureSpeed(engine, base, findMethod(id)!)).unrecorded, id).toBeNull();
  expect((await measureSpeed(engine, base, findMethod("dora")!)).unrecorded).toBe("square");
  const plain = { ...engine, record: null };
  expect((await measureSpeed(plain, base, findMethod("dora")!)).unrecorded).toBeNull();
});
