// P-tuning: P made-up words in front of the input, h = encoder(E); a small network makes them, the base is frozen.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { baseShapes, countParameters } from "../model/config";
import { biLstm, biLstmShapes, countBiLstm } from "./bi-lstm";
import { copyParameters, copyParts } from "./copies";
import { defineMethod, type Part } from "./method";

/**
 * Liu et al. 2021. The prompt encoder is an MLP or a bidirectional LSTM; only the vectors it makes are kept.
 * They go in after the position embedding, so that the real tokens stay at the positions they learned.
 * The paper trains the base along for few-shot SuperGLUE and freezes it for LAMA; frozen is our default.
 */
export const pTuning = defineMethod({
  id: "p-tuning",
  family: "addition",
  paper: {
    authors: "Liu et al.",
    title: "GPT Understands, Too",
    year: 2021,
    url: "https://arxiv.org/abs/2103.10385",
  },
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

  parts: (config, { length, encoder, hidden, freezeBase }) => {
    const { width } = config;
    const network: [string, number[]][] = [
      ["prompt.embedding", [length, width]],
      ...(encoder === "lstm" ? biLstmShapes("prompt.lstm", width, hidden) : []),
      ...mlpShapes(encoder === "lstm" ? 2 * hidden : width, hidden, width),
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
    const input = encoder === "lstm" ? 2 * h : C;
    const lstm = encoder === "lstm" ? countBiLstm(C, h) : 0;
    const base = freezeBase ? 0 : countParameters({ ...config, classes: 0 });
    const mlp = input * h + h + (h * h + h) + (h * C + C);
    return {
      trained: P * C + lstm + mlp + base,
      kept: P * C + base,
      symbols: `PC${lstm ? String.raw` + \mathrm{LSTM}` : ""} + (${lstm ? "2h" : "C"}h + h) + (h^2 + h) + (hC + C)${base ? String.raw` + |\theta|` : ""}`,
      numbers: `${P} × ${C}${lstm ? ` + ${lstm}` : ""} + (${input} × ${h} + ${h}) + (${h}² + ${h}) + (${h} × ${C} + ${C})${base ? ` + ${base}` : ""}`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { width } = model.config;
    const { length, encoder, hidden, freezeBase } = options;
    const embedding = variables.normal("prompt.embedding", [length, width], 1);
    const lstm = encoder === "lstm" ? biLstm("prompt.lstm", width, hidden, variables, ops) : (x: Tensor) => x;
    const layers = mlpShapes(encoder === "lstm" ? 2 * hidden : width, hidden, width);
    // The last matrix is drawn small, so that the first prompts are about as long as a real word's vector.
    const weights = layers.map(([name, shape], i) =>
      name.endsWith("weight")
        ? variables.normal(name, shape, (i === 4 ? 0.5 : Math.SQRT2) / Math.sqrt(shape[0]!))
        : variables.zeros(name, shape),
    ) as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
    const vectors = variables.distilled("prompt.vectors", () => {
      const [w0, b0, w1, b1, w2, b2] = weights;
      const first = ops.relu(ops.linear(lstm(embedding), w0, b0)); // (P, h)
      return ops.linear(ops.relu(ops.linear(first, w1, b1)), w2, b2); // (P, C)
    });
    // The paper trains the base with an optimiser of its own, at a far lower rate: here at a tenth of the encoder's.
    const base = freezeBase ? undefined : copyParameters(model, variables, () => true, 0.1);
    return {
      input: (x) => ops.concat([ops.repeat(vectors(), x.shape[0]) as Tensor3D, x], 1), // (B, P + T, C)
      ...(base && { weight: base.weight }),
    };
  },
});

/** Three linear layers, as in HF PEFT's PromptEncoder. */
function mlpShapes(input: number, hidden: number, width: number): [string, number[]][] {
  return [
    ["prompt.mlp.0.weight", [input, hidden]],
    ["prompt.mlp.0.bias", [hidden]],
    ["prompt.mlp.1.weight", [hidden, hidden]],
    ["prompt.mlp.1.bias", [hidden]],
    ["prompt.mlp.2.weight", [hidden, width]],
    ["prompt.mlp.2.bias", [width]],
  ];
}
