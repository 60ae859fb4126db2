// DoRA: length and direction of every column of W are trained separately, W' = m ⊙ (W + s A B) / ‖W + s A B‖.
import type { Tensor } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import { matrices } from "../model/config";
import { defineMethod } from "./method";
import { onMatrices, sumOf, sumOverTargets, targetsOf, timesLayers } from "./targets";
import { trainedPart } from "./trained-part";

/**
 * Liu et al. 2024. The lengths m start as ‖W‖ and B at 0, so that W' = W at the start. As in the paper (§4.3) and in
 * HF PEFT the norm is treated as a constant: no gradient flows through it.
 */
export const dora = defineMethod({
  id: "dora",
  family: "reparameterization",
  paper: papers.dora,
  options: {
    rank: { kind: "integer", default: 4, min: 1, max: 64 },
    alpha: { kind: "number", default: 8, min: 0, max: 256 },
    targets: { kind: "set", default: ["attention.query", "attention.value"], choices: matrices },
  },
  equation: String.raw`W' = m \odot \frac{W + \frac{\alpha}{r} A B}{\lVert W + \frac{\alpha}{r} A B \rVert}`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { rank, targets }) =>
    targetsOf(config, targets).flatMap(({ name, rows, columns }) => [
      trainedPart(name, "lora_A", [rows, rank]),
      trainedPart(name, "lora_B", [rank, columns]),
      trainedPart(name, "magnitude", [columns]),
    ]),

  count: (config, { rank: r, targets }) => {
    const trained = targetsOf(config, targets).reduce(
      (sum, { rows, columns }) => sum + r * (rows + columns) + columns,
      0,
    );
    const each = (rows: number, columns: number): string => `${r} × (${rows} + ${columns}) + ${columns}`;
    return {
      trained,
      kept: trained,
      symbols: String.raw`${timesLayers(config)}\sum_{W}(r(d_{\mathrm{in}} + d_{\mathrm{out}}) + d_{\mathrm{out}})`,
      numbers: sumOverTargets(config, targets, (L, chosen) => `${L} × (${sumOf(chosen, each)})`),
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const scale = options.alpha / options.rank;
    const weight = (name: string): Tensor => model.params[`${name}.weight`]!;
    const parts: Record<string, { A: Tensor; B: Tensor; m: Tensor }> = {};
    for (const { name, rows, columns } of targetsOf(model.config, options.targets)) {
      parts[name] = {
        A: variables.normal(`${name}.lora_A`, [rows, options.rank], 1 / Math.sqrt(rows)),
        B: variables.zeros(`${name}.lora_B`, [options.rank, columns]),
        m: variables.computed(`${name}.magnitude`, () => ops.columnNorms(weight(name))),
      };
    }
    /** V = W + s A B, the direction. */
    const direction = (base: Tensor, { A, B }: { A: Tensor; B: Tensor }): Tensor =>
      ops.add(base, ops.scale(ops.matMul(A, B), scale));
    return onMatrices(parts, {
      apply: (own, x, y, { name }) => {
        const norms = ops.detached(() => ops.columnNorms(direction(weight(name), own))); // (out)
        // x W' = (m / ‖V‖) ⊙ (x W + s x A B); y has the bias b in it, which is not scaled.
        const bias = model.params[`${name}.bias`]!;
        const path = ops.matMul(ops.scale(ops.matMul(x, own.A), scale), own.B);
        const xV = ops.add(ops.add(y, ops.scale(bias, -1)), path);
        return ops.add(ops.multiply(xV, ops.divide(own.m, norms)), bias);
      },
      merge: (own, W) => {
        const V = direction(W, own);
        return ops.multiply(V, ops.divide(own.m, ops.columnNorms(V)));
      },
    });
  },
});
