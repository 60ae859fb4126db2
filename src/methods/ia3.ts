// (IA)³: trained vectors rescale keys, values and the MLP's inner activations, k ← l_k ⊙ k, v ← l_v ⊙ v, h ← l_h ⊙ h.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import type { MatrixSite } from "../model/sites";
import { defineMethod } from "./method";
import { onMatrices, sumOverTargets, targetsOf, timesLayers } from "./targets";
import { trainedPart } from "./trained-part";

const places = ["attention.key", "attention.value", "mlp.down"] as const;

/**
 * Liu et al. 2022 (T-Few). All vectors start at 1: the model starts as the base. Although it adds vectors, it can be
 * merged into the matrices. As in HF PEFT, the vector of the MLP scales the input of the second matrix.
 */
export const ia3 = defineMethod({
  id: "ia3",
  family: "other",
  paper: papers.ia3,
  options: {
    targets: { kind: "set", default: places, choices: places },
  },
  equation: String.raw`\mathrm{softmax}\!\left(\frac{q\,(l_k \odot K)^{\top}}{\sqrt{d}}\right)(l_v \odot V), \qquad (l_h \odot \mathrm{GELU}(xW_1))\,W_2`,
  learningRate: 0.1,
  mergeable: true,
  start: "base",

  parts: (config, { targets }) =>
    targetsOf(config, targets).map((target) => trainedPart(target.name, "ia3", [sizeAt(target)])),

  count: (config, { targets }) => {
    const trained = targetsOf(config, targets).reduce((sum, target) => sum + sizeAt(target), 0);
    return {
      trained,
      kept: trained,
      symbols: `${timesLayers(config)}(${targets.map((place) => (place === "mlp.down" ? "4C" : "C")).join(" + ")})`,
      numbers: sumOverTargets(config, targets, (L, chosen) => `${L} × (${chosen.map(sizeAt).join(" + ")})`),
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const outputs: Record<string, Tensor> = {};
    const inputs: Record<string, Tensor> = {};
    for (const target of targetsOf(model.config, options.targets)) {
      const vectors = scalesInput(target) ? inputs : outputs;
      vectors[target.name] = variables.filled(`${target.name}.ia3`, [sizeAt(target)], 1);
    }
    const atOutput = onMatrices(outputs, {
      apply: (l, _, y) => ops.multiply(y, l),
      merge: (l, W) => ops.multiply(W, l), // columns of W
      mergeBias: (l, b) => ops.multiply(b, l),
    });
    const atInput = onMatrices(inputs, {
      apply: (_, __, y) => y,
      merge: (l, W) => ops.multiply(W, ops.reshape(l, [l.size, 1])), // rows of W
    });
    return {
      linear: atOutput.linear,
      mlpInner: (at, inner) => {
        const l = inputs[at.down.name];
        return l ? (ops.multiply(inner, l) as Tensor3D) : inner;
      },
      merge: (name, base) => atInput.merge(name, atOutput.merge(name, base)),
    };
  },
});

/** Whether the vector scales the input of this matrix instead of its output. */
function scalesInput({ matrix }: MatrixSite): boolean {
  return matrix === "mlp.down";
}

/** Length of the vector of a matrix. */
function sizeAt(target: MatrixSite): number {
  return scalesInput(target) ? target.rows : target.columns;
}
