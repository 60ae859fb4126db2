// Compacter: adapters whose matrices are sums of Kronecker products, W = Σ_i A_i ⊗ (s_i t_iᵀ), with A shared by all layers.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import { OptionError } from "../lib/options";
import { papers } from "../lib/papers";
import { placesSymbol, sublayersFor, sumOfPlaces } from "./adapter";
import { defineMethod, type Variables } from "./method";
import { trainedPart } from "./trained-part";

/**
 * Karimi Mahabadi et al. 2021. W (in, out) is cut into n × n blocks; A_i (n, n) says how much of the rank-1 block
 * s_i t_iᵀ (in/n, out/n) each of them holds. A bottleneck that n does not divide is rounded up. s starts at 0 in the second
 * matrix, so that training starts from the base as it is.
 */
export const compacter = defineMethod({
  id: "compacter",
  family: "addition",
  paper: papers.compacter,
  options: {
    bottleneck: { kind: "integer", default: 8, min: 1, max: 256 },
    n: { kind: "choice", default: "4", choices: ["1", "2", "4"] },
    after: { kind: "set", default: ["attention", "mlp"], choices: ["attention", "mlp"] },
  },
  equation: String.raw`A(h) = h + W_{\mathrm{up}}\,\mathrm{GELU}(W_{\mathrm{down}}h + b) + b', \qquad W = \sum_{i=1}^{n} A_i \otimes (s_i t_i^{\top})`,
  learningRate: 0.03,
  mergeable: false,
  start: "base",

  parts: (config, options) => {
    const C = config.width;
    const n = termsFor(C, options.n);
    const m = roundUp(options.bottleneck, n);
    return [
      { name: "compacter.rules", shape: [n, n, n], site: "shared", trained: true, kept: true },
      ...sublayersFor(config, options.after).flatMap(({ name: site }) => [
        trainedPart(site, "compacter.down.s", [n, C / n]),
        trainedPart(site, "compacter.down.t", [n, m / n]),
        trainedPart(site, "compacter.down.bias", [m]),
        trainedPart(site, "compacter.up.s", [n, m / n]),
        trainedPart(site, "compacter.up.t", [n, C / n]),
        trainedPart(site, "compacter.up.bias", [C]),
      ]),
    ];
  },

  count: (config, options) => {
    const C = config.width;
    const n = termsFor(C, options.n);
    const m = roundUp(options.bottleneck, n);
    const places = sublayersFor(config, options.after).length;
    const trained = places * (2 * (C + m) + m + C) + n ** 3;
    return {
      trained,
      kept: trained,
      symbols: String.raw`${placesSymbol(config, options.after)} \cdot (2(C + m) + m + C) + n^3`,
      numbers: `${sumOfPlaces(config, options.after)} × (2 × (${C} + ${m}) + ${m} + ${C}) + ${n} × ${n}²`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const C = model.config.width;
    const n = termsFor(C, options.n);
    const m = roundUp(options.bottleneck, n);
    const rules = variables.normal("compacter.rules", [n, n, n], 1 / n);
    const adapters: Record<string, (h: Tensor) => Tensor> = {};
    for (const { name: site } of sublayersFor(model.config, options.after)) {
      const at = `${site}.compacter`;
      const down = kroneckerSum(rules, `${at}.down`, [C, m], 1 / Math.sqrt(C), variables, ops);
      const downBias = variables.zeros(`${at}.down.bias`, [m]);
      const up = kroneckerSum(rules, `${at}.up`, [m, C], 0, variables, ops);
      const upBias = variables.zeros(`${at}.up.bias`, [C]);
      // (B, T, C) -> (B, T, m) -> (B, T, C)
      adapters[site] = (h) => ops.add(h, ops.linear(ops.gelu(ops.linear(h, down(), downBias)), up(), upBias));
    }
    return {
      sublayer: ({ name }, output) => (adapters[name]?.(output) as Tensor3D | undefined) ?? output,
    };
  },
});

/** n, which must divide the width: a matrix is cut into n × n blocks. */
function termsFor(width: number, option: string): number {
  const n = Number(option);
  if (width % n !== 0) throw new OptionError("n", "not-a-choice", `a divisor of the width, ${width}`);
  return n;
}

function roundUp(size: number, n: number): number {
  return Math.ceil(size / n) * n;
}

/** Reads W (rows, columns) = Σ_i A_i ⊗ (s_i t_iᵀ) from the shared A (n, n, n) and its own s (n, rows/n), t (n, columns/n). */
function kroneckerSum(
  A: Tensor,
  name: string,
  [rows, columns]: readonly [number, number],
  std: number,
  variables: Variables,
  ops: Ops,
): () => Tensor {
  const n = A.shape[0]!;
  const [p, q] = [rows / n, columns / n];
  const s = std > 0 ? variables.normal(`${name}.s`, [n, p], std * n) : variables.zeros(`${name}.s`, [n, p]);
  const t = variables.normal(`${name}.t`, [n, q], 1);
  return () => {
    const blocks = ops.multiply(ops.reshape(s, [n, p, 1]), ops.reshape(t, [n, 1, q])); // (n, p, q): s_i t_iᵀ
    const weights = ops.transpose(ops.reshape(A, [n, n * n])); // (n², n)
    const all = ops.matMul(weights, ops.reshape(blocks, [n, p * q])); // (n², pq): Σ_i A_i[a, b] s_i t_iᵀ
    const grid = ops.transpose(ops.reshape(all, [n, n, p, q]), [0, 2, 1, 3]); // (n, p, n, q)
    return ops.reshape(grid, [rows, columns]);
  };
}
