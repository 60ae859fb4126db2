// LoRA: a low-rank branch beside a frozen matrix W, y = xW + b + s · x A B, with A (in, r), B (r, out) and s = α / r.
import type { Tensor } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import { matrices } from "../model/config";
import { defineMethod } from "./method";
import { onMatrices, sumOf, sumOverTargets, targetsOf, timesLayers } from "./targets";
import { trainedPart } from "./trained-part";

/**
 * Hu et al. 2021. A starts at random with std 1/√in, B at 0: the model starts as the base, and at step 0 only B has a
 * gradient. Names as in HF PEFT (lora_A, lora_B), stored as x A B. Rank-stabilised scaling is s = α / √r (Kalajdzievski
 * 2023). With `init` "both-zero" neither factor ever gets a gradient: a mistake to try once.
 */
export const lora = defineMethod({
  id: "lora",
  family: "reparameterization",
  paper: papers.lora,
  options: {
    rank: { kind: "integer", default: 4, min: 1, max: 64 },
    alpha: { kind: "number", default: 8, min: 0, max: 256 },
    targets: { kind: "set", default: ["attention.query", "attention.value"], choices: matrices },
    scaling: { kind: "choice", default: "standard", choices: ["standard", "rank-stabilized"] },
    init: { kind: "choice", default: "standard", choices: ["standard", "both-zero"] },
  },
  equation: String.raw`y = xW + b + \frac{\alpha}{r}\,x A B`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { rank, targets }) =>
    targetsOf(config, targets).flatMap(({ name, rows, columns }) => [
      trainedPart(name, "lora_A", [rows, rank]),
      trainedPart(name, "lora_B", [rank, columns]),
    ]),

  count: (config, { rank: r, targets }) => {
    const sides = targetsOf(config, targets).map(({ rows, columns }) => rows + columns);
    const trained = r * sides.reduce((sum, side) => sum + side, 0);
    return {
      trained,
      kept: trained,
      symbols: String.raw`${timesLayers(config)}r \cdot \sum_{W}(d_{\mathrm{in}} + d_{\mathrm{out}})`,
      numbers: sumOverTargets(
        config,
        targets,
        (L, chosen) => `${L} × ${r} × (${sumOf(chosen, (rows, columns) => `${rows} + ${columns}`)})`,
      ),
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { rank, alpha, scaling, init } = options;
    const scale = alpha / (scaling === "rank-stabilized" ? Math.sqrt(rank) : rank);
    const factors: Record<string, readonly [A: Tensor, B: Tensor]> = {};
    for (const { name, rows, columns } of targetsOf(model.config, options.targets)) {
      const std = init === "both-zero" ? 0 : 1 / Math.sqrt(rows);
      const A = variables.normal(`${name}.lora_A`, [rows, rank], std);
      const B = variables.zeros(`${name}.lora_B`, [rank, columns]);
      factors[name] = [A, B];
    }
    return onMatrices(factors, {
      apply: ([A, B], x, y) => ops.addLowRank(y, x, A, B, scale), // y + s · x A B: (B, T, in) -> (B, T, r) -> (B, T, out)
      merge: ([A, B], W) => ops.add(W, ops.scale(ops.matMul(A, B), scale)), // W + s A B
    });
  },
});
