// P-tuning: P virtual tokens in front of the input, h = encoder(E), made by a small network; the base is frozen.
import type { Tensor } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import { tokensHead } from "../model/config";
import { baseShapes, countParameters } from "../model/parameters";
import { biLstm, biLstmShapes, countBiLstm } from "./bi-lstm";
import { copyParameters, copyParts } from "./copies";
import { defineMethod, type Part } from "./method";

/**
 * Liu et al. 2021. The prompt encoder is an MLP, or a bidirectional LSTM followed by an MLP; only the vectors it makes
 * are kept. They go in after the position embedding, so that the tokens keep the positions they were trained at. The
 * paper also trains the base for few-shot SuperGLUE and freezes it for LAMA; frozen is our default.
 */
export const pTuning = defineMethod({
  id: "p-tuning",
  family: "addition",
  paper: papers.ptuning,
  options: {
    length: { kind: "integer", default: 8, min: 1, max: 32 },
    encoder: { kind: "choice", default: "mlp", choices: ["mlp", "lstm"] },
    hidden: { kind: "integer", default: 32, min: 1, max: 256 },
    freezeBase: { kind: "switch", default: true },
  },
  equation: String.raw`x' = [\,h_1, \dots, h_P;\; x\,], \qquad h = \mathrm{MLP}(E)\ \text{or}\ \mathrm{MLP}(\mathrm{BiLSTM}(E))`,
  learningRate: 0.03,
  mergeable: false,
  start: "away",

  positionsInFront: (_, { length }) => length,

  parts: (config, { length, encoder, hidden, freezeBase }) => {
    const { width } = config;
    const network: [string, number[]][] = [
      ["prompt.embedding", [length, width]],
      ...(encoder === "lstm" ? biLstmShapes("prompt.lstm", width, hidden) : []),
      ...mlpShapes(encoder, hidden, width),
    ];
    return [
      ...network.map(
        ([name, shape]): Part => ({ name, shape, site: "embedding", trained: true, kept: false }),
      ),
      { name: "prompt.vectors", shape: [length, width], site: "embedding", trained: false, kept: true },
      ...(freezeBase ? [] : copyParts(baseShapes(config), () => true)),
    ];
  },

  count: (config, { length: P, encoder, hidden: h, freezeBase }) => {
    const C = config.width;
    const base = freezeBase ? 0 : countParameters({ ...config, head: tokensHead });
    const network =
      encoder === "lstm"
        ? {
            size: countBiLstm(C, h) + (4 * h * h + 2 * h) + (2 * h * C + C),
            symbols: String.raw`\mathrm{LSTM} + (4h^2 + 2h) + (2hC + C)`,
            numbers: `${countBiLstm(C, h)} + (4 × ${h}² + 2 × ${h}) + (2 × ${h} × ${C} + ${C})`,
          }
        : {
            size: C * h + h + (h * h + h) + (h * C + C),
            symbols: "(Ch + h) + (h^2 + h) + (hC + C)",
            numbers: `(${C} × ${h} + ${h}) + (${h}² + ${h}) + (${h} × ${C} + ${C})`,
          };
    return {
      trained: P * C + network.size + base,
      kept: P * C + base,
      symbols: `PC + ${network.symbols}${base ? String.raw` + |\theta|` : ""}`,
      numbers: `${P} × ${C} + ${network.numbers}${base ? ` + ${base}` : ""}`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { width } = model.config;
    const { length, encoder, hidden, freezeBase } = options;
    const embedding = variables.normal("prompt.embedding", [length, width], 1);
    const lstm = encoder === "lstm" ? biLstm("prompt.lstm", width, hidden, variables, ops) : (x: Tensor) => x;
    const shapes = mlpShapes(encoder, hidden, width);
    // The last matrix starts small, so that the first prompts are about as long as a token embedding.
    const weights = shapes.map(([name, shape], i) =>
      name.endsWith("weight")
        ? variables.normal(name, shape, (i === shapes.length - 2 ? 0.5 : Math.SQRT2) / Math.sqrt(shape[0]!))
        : variables.zeros(name, shape),
    );
    const vectors = variables.reparameterized("prompt.vectors", () => {
      let x = lstm(embedding);
      for (let i = 0; i < weights.length; i += 2) {
        x = ops.linear(i === 0 ? x : ops.relu(x), weights[i]!, weights[i + 1]!);
      }
      return x; // (P, C)
    });
    // The paper gives the base a separate optimiser with a far lower learning rate: here a tenth of the encoder's.
    const base = freezeBase ? undefined : copyParameters(model, variables, () => true, 0.1);
    return {
      input: (x) => ops.prepend(vectors(), x), // (B, P + T, C)
      ...(base && { weight: base.weight }),
    };
  },
});

/** As in HF PEFT's PromptEncoder and the paper's code: three linear layers alone, two after the LSTM. */
function mlpShapes(encoder: "mlp" | "lstm", hidden: number, width: number): [string, number[]][] {
  const sizes = encoder === "lstm" ? [2 * hidden, 2 * hidden, width] : [width, hidden, hidden, width];
  return sizes.slice(1).flatMap((size, i): [string, number[]][] => [
    [`prompt.mlp.${i}.weight`, [sizes[i]!, size]],
    [`prompt.mlp.${i}.bias`, [size]],
  ]);
}
