// VeRA: two random matrices, frozen and shared by all layers, and two trained vectors, y = xW + b + ((x A) ⊙ d) B ⊙ v.
import type { Tensor } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import type { Random } from "../lib/random";
import { type Matrix, type ModelConfig, matrices } from "../model/config";
import { defineMethod } from "./method";
import { onMatrices, sumOf, sumOverTargets, targetsOf, timesLayers } from "./targets";
import { trainedPart } from "./trained-part";

/**
 * Kopiczko et al. 2023. d starts at `initD`, v (the paper's b) at 0: the model starts as the base, and only v has a
 * gradient then. As in HF PEFT one pair of projections serves all matrices, cut to size, and is stored with the vectors.
 */
export const vera = defineMethod({
  id: "vera",
  family: "reparameterization",
  paper: papers.vera,
  options: {
    rank: { kind: "integer", default: 32, min: 1, max: 256 },
    initD: { kind: "number", default: 0.1, min: 0, max: 10 },
    targets: { kind: "set", default: ["attention.query", "attention.value"], choices: matrices },
  },
  equation: String.raw`y = xW + b + \bigl((x A) \odot d\bigr) B \odot v`,
  learningRate: 0.1,
  mergeable: true,
  start: "base",

  parts: (config, { rank, targets }) => {
    const { rows, columns } = largest(config, targets);
    const shared = { site: "shared", trained: false, kept: false, stored: true };
    return [
      { name: "vera_A", shape: [rows, rank], ...shared },
      { name: "vera_B", shape: [rank, columns], ...shared },
      ...targetsOf(config, targets).flatMap((target) => [
        trainedPart(target.name, "vera_d", [rank]),
        trainedPart(target.name, "vera_b", [target.columns]),
      ]),
    ];
  },

  count: (config, { rank: r, targets }) => {
    const { rows, columns } = largest(config, targets);
    const trained = targetsOf(config, targets).reduce((sum, target) => sum + target.columns + r, 0);
    return {
      trained,
      kept: trained,
      stored: trained + r * (rows + columns),
      symbols: String.raw`${timesLayers(config)}\sum_{W}(d_{\mathrm{out}} + r)`,
      numbers: sumOverTargets(
        config,
        targets,
        (L, chosen) => `${L} × (${sumOf(chosen, (_, out) => `${out} + ${r}`)})`,
      ),
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { rank, targets } = options;
    const size = largest(model.config, targets);
    const A = variables.fixed("vera_A", [size.rows, rank], kaiming(size.rows * rank, size.rows));
    const B = variables.fixed("vera_B", [rank, size.columns], kaiming(rank * size.columns, rank));
    const scalings: Record<string, { rows: number; columns: number; d: Tensor; v: Tensor }> = {};
    for (const { name, rows, columns } of targetsOf(model.config, targets)) {
      const d = variables.filled(`${name}.vera_d`, [rank], options.initD);
      const v = variables.zeros(`${name}.vera_b`, [columns]);
      scalings[name] = { rows, columns, d, v };
    }
    const cutA = (rows: number): Tensor => (rows === size.rows ? A : ops.slice(A, [0, 0], [rows, rank]));
    const cutB = (columns: number): Tensor =>
      columns === size.columns ? B : ops.slice(B, [0, 0], [rank, columns]);
    return onMatrices(scalings, {
      apply: ({ rows, columns, d, v }, x, y) => {
        const inner = ops.multiply(ops.matMul(x, cutA(rows)), d); // (B, T, r)
        return ops.add(y, ops.multiply(ops.matMul(inner, cutB(columns)), v));
      },
      merge: ({ rows, columns, d, v }, W) => {
        const left = ops.multiply(cutA(rows), d); // A diag(d)
        return ops.add(W, ops.multiply(ops.matMul(left, cutB(columns)), v)); // W + A diag(d) B diag(v)
      },
    });
  },
});

/** Rows and columns that are enough for every chosen matrix. */
function largest(config: ModelConfig, targets: readonly Matrix[]): { rows: number; columns: number } {
  const all = targetsOf(config, targets);
  return {
    rows: Math.max(...all.map(({ rows }) => rows)),
    columns: Math.max(...all.map(({ columns }) => columns)),
  };
}

/** He et al. 2015: uniform within ±√(6 / fan in). */
function kaiming(size: number, fanIn: number): (random: Random) => Float32Array {
  const bound = Math.sqrt(6 / fanIn);
  return (random) => Float32Array.from({ length: size }, () => (2 * random.next() - 1) * bound);
}
