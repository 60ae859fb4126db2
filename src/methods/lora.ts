// LoRA: beside a frozen matrix W runs a narrow path of rank r, y = xW + b + (α / r) · x A B.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { type Matrix, matrices, matrixShape } from "../model/config";
import { defineMethod } from "./method";

/**
 * Hu et al. 2021. A is drawn with std 1/√in, B starts at 0: the model starts as the base,
 * and at step 0 only B has a gradient. Names as in HF PEFT (lora_A, lora_B), stored as x A B.
 */
export const lora = defineMethod({
  id: "lora",
  family: "reparameterization",
  paper: {
    authors: "Hu et al.",
    title: "LoRA: Low-Rank Adaptation of Large Language Models",
    year: 2021,
    url: "https://arxiv.org/abs/2106.09685",
  },
  options: {
    rank: { kind: "integer", default: 4, min: 1, max: 64 },
    alpha: { kind: "number", default: 8, min: 0, max: 256 },
    targets: { kind: "set", default: ["attention.query", "attention.value"], choices: matrices },
  },
  equation: String.raw`y = xW + b + \frac{\alpha}{r}\,x A B`,
  learningRate: 0.03,
  mergeable: true,

  parts: (config, { rank, targets }) =>
    sites(config.layers, targets).flatMap(({ site, matrix }) => {
      const [rows, columns] = matrixShape(config, matrix);
      return [
        { name: `${site}.lora_A`, shape: [rows, rank], site, trained: true, kept: true },
        { name: `${site}.lora_B`, shape: [rank, columns], site, trained: true, kept: true },
      ];
    }),

  count: (config, { rank: r, targets }) => {
    const L = config.layers;
    const sides = targets.map((matrix) => matrixShape(config, matrix));
    const trained = L * r * sides.reduce((sum, [rows, columns]) => sum + rows + columns, 0);
    return {
      trained,
      kept: trained,
      symbols: String.raw`L \cdot r \cdot \sum_{W}(d_{\mathrm{in}} + d_{\mathrm{out}})`,
      numbers: `${L} × ${r} × (${sides.map(([rows, columns]) => `${rows} + ${columns}`).join(" + ")})`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { rank, alpha, targets } = options;
    const paths: Record<string, (x: Tensor) => Tensor> = {};
    for (const { site, matrix } of sites(model.config.layers, targets)) {
      const [rows, columns] = matrixShape(model.config, matrix);
      const A = variables.normal(`${site}.lora_A`, [rows, rank], 1 / Math.sqrt(rows));
      const B = variables.zeros(`${site}.lora_B`, [rank, columns]);
      // (B, T, in) -> (B, T, r) -> (B, T, out); scaled in the middle, where it is narrowest
      paths[site] = (x) => ops.matMul(ops.scale(ops.matMul(x, A), alpha / rank), B);
    }
    return {
      linear: (name, x, y) => {
        const path = paths[name];
        return path ? (ops.add(y, path(x)) as Tensor3D) : y;
      },
    };
  },
});

/** Every adapted matrix with the name it has in the model. */
function sites(layers: number, targets: readonly Matrix[]): { site: string; matrix: Matrix }[] {
  return Array.from({ length: layers }, (_, layer) =>
    targets.map((matrix) => ({ site: `blocks.${layer}.${matrix}`, matrix })),
  ).flat();
}
