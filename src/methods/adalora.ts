// AdaLoRA: W + s · P Λ Q like a singular value decomposition, and of all entries of Λ only the most important stay.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { matrices } from "../model/config";
import { type Budget, rankBudget } from "./adalora-budget";
import { defineMethod } from "./method";
import { sumOverMatrices, targetsOf } from "./targets";
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
  paper: {
    authors: "Zhang et al.",
    title: "AdaLoRA: Adaptive Budget Allocation for Parameter-Efficient Fine-Tuning",
    year: 2023,
    url: "https://arxiv.org/abs/2303.10512",
  },
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
    targetsOf(config, targets).flatMap(({ site, rows, columns }) => [
      trainedPart(site, "lora_P", [rows, rank]),
      trainedPart(site, "lora_E", [rank]),
      trainedPart(site, "lora_Q", [rank, columns]),
    ]),

  count: (config, { rank: r, targets }) => {
    const sides = targetsOf(config, targets).map(({ rows, columns }) => rows + columns + 1);
    const trained = r * sides.reduce((sum, side) => sum + side, 0);
    return {
      trained,
      kept: trained,
      symbols: String.raw`L \cdot r \cdot \sum_{W}(d_{\mathrm{in}} + d_{\mathrm{out}} + 1)`,
      numbers: `${config.layers} × ${r} × (${sumOverMatrices(config, targets, (rows, columns) => `${rows} + ${columns} + 1`)})`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { rank, alpha, orthogonality } = options;
    const scale = alpha / rank;
    const triplets: Record<string, { P: Tensor; E: Tensor; Q: Tensor }> = {};
    for (const { site, rows, columns } of targetsOf(model.config, options.targets)) {
      triplets[site] = {
        P: variables.normal(`${site}.lora_P`, [rows, rank], 1 / Math.sqrt(rows)),
        E: variables.zeros(`${site}.lora_E`, [rank]),
        Q: variables.normal(`${site}.lora_Q`, [rank, columns], 1 / Math.sqrt(columns)),
      };
    }
    const budget: Budget = { ...options, initialRank: rank };
    const allocate = rankBudget(Object.keys(triplets), budget, variables, ops);
    return {
      linear: (name, x, y) => {
        const own = triplets[name];
        if (!own) return y;
        const inner = ops.multiply(ops.matMul(x, own.P), ops.scale(own.E, scale)); // (B, T, r)
        return ops.add(y, ops.matMul(inner, own.Q)) as Tensor3D;
      },
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
      merge: (name, base) => {
        const own = triplets[name.replace(/\.weight$/, "")];
        if (!own) return base;
        return ops.add(base, ops.matMul(ops.multiply(own.P, ops.scale(own.E, scale)), own.Q)); // W + s P Λ Q
      },
    };
  },
});
