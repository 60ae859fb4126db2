// Head: the whole base is frozen; only the last step, from features to answers, is trained, logits = W f + b.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import type { Head, ModelConfig } from "../model/config";
import { defineMethod, type Part } from "./method";

/**
 * "Feature extraction" or linear probe (Devlin et al. 2018, §5.3). On a classification task it trains only the new head
 * that every lane has; on a task answered in tokens it trains a copy of the LM head. "mlp" first changes the features,
 * f + tanh(f W1 + b1) W2 + b2, with W2 at 0 at the start. Since nothing below the head changes, the features of an
 * example are computed once and cached: no other method avoids both passes through the base.
 */
export const head = defineMethod({
  id: "head",
  family: "specification",
  paper: papers.bert,
  options: {
    kind: { kind: "choice", default: "linear", choices: ["linear", "mlp"] },
    hidden: { kind: "integer", default: 32, min: 1, max: 512 },
  },
  equation: String.raw`\mathrm{logits} = f\,W_{\mathrm{head}}, \qquad f = \mathrm{base}(x)\ \text{frozen}`,
  learningRate: 0.01,
  mergeable: false,
  start: "base",

  parts: (config, { kind, hidden }) => {
    const part = (name: string, shape: readonly number[]): Part => ({
      name: `head.${name}`,
      shape,
      site: siteOf(config.head),
      trained: true,
      kept: true,
    });
    return [
      ...(config.head.kind === "tokens" ? [part("weight", matrixOf(config))] : []),
      ...(kind === "mlp" ? mlpShapes(config.width, hidden).map(([name, shape]) => part(name, shape)) : []),
    ];
  },

  count: ({ head: { kind: head }, vocabulary: V, width: C }, { kind, hidden: h }) => {
    const matrix = head === "tokens" ? V * C : 0;
    const mlp = kind === "mlp" ? C * h + h + (h * C + C) : 0;
    const symbols = [...(matrix ? ["VC"] : []), ...(mlp ? ["(Ch + h) + (hC + C)"] : [])];
    const numbers = [
      ...(matrix ? [`${V} × ${C}`] : []),
      ...(mlp ? [`(${C} × ${h} + ${h}) + (${h} × ${C} + ${C})`] : []),
    ];
    const trained = matrix + mlp;
    return {
      trained,
      kept: trained,
      symbols: symbols.join(" + ") || "0",
      numbers: numbers.join(" + ") || "0",
    };
  },

  attach: ({ model, options, variables, ops, head: newHead }) => {
    const { tied, width } = model.config;
    const table = model.params[tied ? "embedding.token.weight" : "head.weight"]!;
    const own = newHead.kind === "tokens" ? variables.copy("head.weight", table) : undefined;
    const weights = options.kind === "mlp" ? makeMlp(width, options.hidden) : undefined;
    const changed = (f: Tensor3D): Tensor3D => {
      if (!weights) return f;
      const [w1, b1, w2, b2] = weights;
      return ops.add(f, ops.linear(ops.tanh(ops.linear(f, w1, b1)), w2, b2)) as Tensor3D; // (B, S, C)
    };
    return {
      readsOnlyFeatures: true,
      output: (f, project) => {
        if (!own) return project(changed(f));
        return tied ? ops.matMulTransposed(changed(f), own) : ops.matMul(changed(f), own);
      },
    };

    function makeMlp(c: number, h: number): [Tensor, Tensor, Tensor, Tensor] {
      return [
        variables.normal("head.mlp.0.weight", [c, h], 1 / Math.sqrt(c)),
        variables.zeros("head.mlp.0.bias", [h]),
        variables.zeros("head.mlp.1.weight", [h, c]),
        variables.zeros("head.mlp.1.bias", [c]),
      ];
    }
  },
});

/** Where the head that a task gives the model is; for tasks answered in tokens the base's own. */
function siteOf({ kind }: Head): string {
  if (kind === "tokens") return "head";
  return kind === "classes" ? "classifier" : "reward";
}

/** Shape of the output matrix: that of the token table where the two are one. */
function matrixOf({ tied, vocabulary, width }: ModelConfig): readonly number[] {
  return tied ? [vocabulary, width] : [width, vocabulary];
}

function mlpShapes(width: number, hidden: number): [string, number[]][] {
  return [
    ["mlp.0.weight", [width, hidden]],
    ["mlp.0.bias", [hidden]],
    ["mlp.1.weight", [hidden, width]],
    ["mlp.1.bias", [width]],
  ];
}
