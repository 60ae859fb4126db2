// Full fine-tuning: every parameter θ of the base gets a copy that is trained, θ ← θ − η ∇L.
import { papers } from "../lib/papers";
import { type ModelConfig, tokensHead } from "../model/config";
import { baseShapes, countParameters } from "../model/parameters";
import { copyParameters, copyParts } from "./copies";
import { type Count, defineMethod } from "./method";

/** Howard & Ruder 2018 and Devlin et al. 2018: the whole pretrained network is trained on the task. */
export const full = defineMethod({
  id: "full",
  family: "full",
  paper: papers.bert,
  options: {},
  equation: String.raw`\theta \leftarrow \theta - \eta\,\nabla_{\theta} L \quad \text{for all } \theta`,
  learningRate: 0.003,
  lendsRate: true,
  mergeable: true,
  start: "base",

  parts: (config) => copyParts(baseShapes(config), () => true),

  count: (config) => {
    const total = countParameters({ ...config, head: tokensHead });
    return {
      trained: total,
      kept: total,
      ...(config.kind === "encoder-decoder" ? twoStacks(config) : oneStack(config)),
    };
  },

  attach: ({ model, variables }) => copyParameters(model, variables, () => true),
});

type Formula = Pick<Count, "symbols" | "numbers">;

/** Embeddings, L blocks of six matrices with biases and two norms, the last norm, and the LM head where it is not tied. */
function oneStack({ vocabulary: V, context: T, width: C, tied, picture, ...layout }: ModelConfig): Formula {
  const L = "layers" in layout ? layout.layers : 0;
  const drawing = pictureOf(C, picture);
  return {
    symbols: `(V + T)C + L(12C^2 + 13C) + 2C${tied ? "" : " + CV"}${drawing.symbols}`,
    numbers: `(${V} + ${T}) × ${C} + ${L} × (12 × ${C}² + 13 × ${C}) + 2 × ${C}${headOf(V, C, tied)}${drawing.numbers}`,
  };
}

/** What a model that draws has beside that: K values of a patch in and out, F features of the time, and a new word. */
function pictureOf(C: number, picture: ModelConfig["picture"]): Formula {
  if (!picture) return { symbols: "", numbers: "" };
  const { values: K, time: F } = picture;
  return {
    symbols: " + (2K + F + C + 3)C + K",
    numbers: ` + (2 × ${K} + ${F} + ${C} + 3) × ${C} + ${K}`,
  };
}

/** The same for L blocks of an encoder and M of a decoder, which have cross attention: four matrices and a norm more. */
function twoStacks({ vocabulary: V, context: T, width: C, tied, ...layout }: ModelConfig): Formula {
  const [L, M] = "encoder" in layout ? [layout.encoder, layout.decoder] : [0, 0];
  return {
    symbols: `(V + 2T)C + L(12C^2 + 13C) + M(16C^2 + 19C) + 4C${tied ? "" : " + CV"}`,
    numbers: `(${V} + 2 × ${T}) × ${C} + ${L} × (12 × ${C}² + 13 × ${C}) + ${M} × (16 × ${C}² + 19 × ${C}) + 4 × ${C}${headOf(V, C, tied)}`,
  };
}

function headOf(V: number, C: number, tied: boolean): string {
  return tied ? "" : ` + ${C} × ${V}`;
}
