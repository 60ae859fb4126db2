// AdaLoRA: W + s · P Λ Q, like a singular value decomposition, of which only the most important entries of Λ are kept.
import type { Tensor } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import { matrices } from "../model/config";
import { type Budget, rankBudget } from "./adalora-budget";
import { defineMethod } from "./method";
import { onMatrices, sumOf, sumOverTargets, targetsOf, timesLayers } from "./targets";
import { trainedPart } from "./trained-part";

/**
 * Zhang et al. 2023. Every matrix starts with `rank` entries; between the shares `warmUp` and `settled` of the steps
 * the budget of all matrices together falls to `targetRank` each, so that important matrices end with more than
 * others (adalora-budget.ts). Λ (lora_E in HF PEFT) starts at 0: the model starts as the base, and only Λ has a
 * gradient from the loss then. P and Q are pulled towards right angles by `orthogonality` · (‖PᵀP − I‖² + ‖QQᵀ − I‖²).
 */
export const adalora = defineMethod({
  id: "adalora",
  family: "reparameterization",
  paper: papers.adalora,
  options: {
    rank: { kind: "integer", default: 6, min: 1, max: 64 },
    targetRank: { kind: "integer", default: 3, min: 1, max: 64 },
    alpha: { kind: "number", default: 8, min: 0, max: 256 },
    targets: { kind: "set", default: ["attention.query", "attention.value"], choices: matrices },
    orthogonality: { kind: "number", default: 0.1, min: 0, max: 10 },
    warmUp: { kind: "number", default: 0.1, min: 0, max: 1 },
    settled: { kind: "number", default: 0.5, min: 0, max: 1 },
  },
  equation: String.raw`y = xW + b + \frac{\alpha}{r}\,x P \Lambda Q, \qquad \Lambda = \mathrm{diag}(\lambda_1, \dots, \lambda_r)`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { rank, targets }) =>
    targetsOf(config, targets).flatMap(({ name, rows, columns }) => [
      trainedPart(name, "lora_P", [rows, rank]),
      trainedPart(name, "lora_E", [rank]),
      trainedPart(name, "lora_Q", [rank, columns]),
    ]),

  count: (config, { rank: r, targets }) => {
    const sides = targetsOf(config, targets).map(({ rows, columns }) => rows + columns + 1);
    const trained = r * sides.reduce((sum, side) => sum + side, 0);
    return {
      trained,
      kept: trained,
      symbols: String.raw`${timesLayers(config)}r \cdot \sum_{W}(d_{\mathrm{in}} + d_{\mathrm{out}} + 1)`,
      numbers: sumOverTargets(
        config,
        targets,
        (L, chosen) => `${L} × ${r} × (${sumOf(chosen, (rows, columns) => `${rows} + ${columns} + 1`)})`,
      ),
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { rank, alpha, orthogonality } = options;
    const scale = alpha / rank;
    const triplets: Record<string, { P: Tensor; E: Tensor; Q: Tensor }> = {};
    for (const { name, rows, columns } of targetsOf(model.config, options.targets)) {
      triplets[name] = {
        P: variables.normal(`${name}.lora_P`, [rows, rank], 1 / Math.sqrt(rows)),
        E: variables.zeros(`${name}.lora_E`, [rank]),
        Q: variables.normal(`${name}.lora_Q`, [rank, columns], 1 / Math.sqrt(columns)),
      };
    }
    const budget: Budget = { ...options, initialRank: rank };
    const allocate = rankBudget(Object.keys(triplets), budget, variables, ops);
    return {
      ...onMatrices(triplets, {
        apply: ({ P, E, Q }, x, y) => {
          const inner = ops.multiply(ops.matMul(x, P), ops.scale(E, scale)); // (B, T, r)
          return ops.add(y, ops.matMul(inner, Q));
        },
        merge: ({ P, E, Q }, W) => ops.add(W, ops.matMul(ops.multiply(P, ops.scale(E, scale)), Q)), // W + s P Λ Q
      }),
      penalty: () => {
        const terms = Object.values(triplets).flatMap(({ P, Q }) => [
          ops.orthogonality(ops.transpose(P)),
          ops.orthogonality(Q),
        ]);
        return ops.scale(
          terms.reduce((sum, term) => ops.add(sum, term)),
          orthogonality,
        );
      },
      afterStep: allocate,
    };
  },
});
