// A two-layer bidirectional LSTM over a short sequence: the prompt encoder of P-tuning.
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Variables } from "./method";

const layers = 2;
const directions = ["forward", "backward"] as const;

/** Names and shapes of the LSTM's weights: input (in, 4h), recurrent (h, 4h), bias (4h) for each layer and direction. */
export function biLstmShapes(prefix: string, width: number, hidden: number): [string, number[]][] {
  return Array.from({ length: layers }, (_, layer) =>
    directions.flatMap((direction): [string, number[]][] => {
      const at = `${prefix}.${layer}.${direction}`;
      return [
        [`${at}.input`, [layer === 0 ? width : 2 * hidden, 4 * hidden]],
        [`${at}.recurrent`, [hidden, 4 * hidden]],
        [`${at}.bias`, [4 * hidden]],
      ];
    }),
  ).flat();
}

/** Σ over layers and directions of 4h(in + h + 1). */
export function countBiLstm(width: number, hidden: number): number {
  return 2 * 4 * hidden * (width + hidden + 1) + 2 * 4 * hidden * (2 * hidden + hidden + 1);
}

/**
 * Makes the LSTM: (P, C) -> (P, 2h). Hochreiter & Schmidhuber 1997; gates in the order input, forget, cell, output,
 * i, f, o = σ(xW + hU + b), g = tanh(…), c ← f ⊙ c + i ⊙ g, h ← o ⊙ tanh(c).
 */
export function biLstm(
  prefix: string,
  width: number,
  hidden: number,
  variables: Variables,
  ops: Ops,
): (x: Tensor) => Tensor {
  const weights = Object.fromEntries(
    biLstmShapes(prefix, width, hidden).map(([name, shape]) => [
      name,
      shape.length === 1
        ? variables.zeros(name, shape)
        : variables.normal(name, shape, 1 / Math.sqrt(hidden)),
    ]),
  );
  const gate = (all: Tensor, index: number): Tensor => ops.slice(all, [0, index * hidden], [1, hidden]);

  const read = (x: Tensor, at: string, order: readonly number[]): Tensor => {
    const inputs = ops.linear(x, weights[`${at}.input`]!, weights[`${at}.bias`]!); // (P, 4h)
    const outputs: Tensor[] = [];
    let h: Tensor | undefined;
    let c: Tensor | undefined;
    for (const position of order) {
      const now = ops.slice(inputs, [position, 0], [1, 4 * hidden]);
      const all = h ? ops.add(now, ops.matMul(h, weights[`${at}.recurrent`]!)) : now; // (1, 4h)
      const fresh = ops.multiply(ops.sigmoid(gate(all, 0)), ops.tanh(gate(all, 2)));
      c = c ? ops.add(ops.multiply(ops.sigmoid(gate(all, 1)), c), fresh) : fresh;
      h = ops.multiply(ops.sigmoid(gate(all, 3)), ops.tanh(c));
      outputs[position] = h;
    }
    return ops.concat(outputs, 0); // (P, h)
  };

  return (x) => {
    const order = Array.from({ length: x.shape[0]! }, (_, position) => position);
    for (let layer = 0; layer < layers; layer++) {
      const at = `${prefix}.${layer}`;
      x = ops.concat([read(x, `${at}.forward`, order), read(x, `${at}.backward`, [...order].reverse())], 1);
    }
    return x;
  };
}
