// Full fine-tuning: every parameter θ of the base gets a copy that is trained, θ ← θ − η ∇L.
import { baseShapes, countParameters } from "../model/config";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";

/** Howard & Ruder 2018 and Devlin et al. 2018: the whole pretrained network is tuned on the task. */
export const full = defineMethod({
  id: "full",
  family: "full",
  paper: {
    authors: "Devlin et al.",
    title: "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
    year: 2018,
    url: "https://arxiv.org/abs/1810.04805",
  },
  options: {},
  equation: String.raw`\theta \leftarrow \theta - \eta\,\nabla_{\theta} L \quad \text{for all } \theta`,
  learningRate: 0.003,
  lendsRate: true,
  mergeable: true,
  start: "base",

  parts: (config) => copyParts(baseShapes(config), () => true),

  count: (config) => {
    const { vocabulary: V, context: T, layers: L, width: C, tied } = config;
    const total = countParameters({ ...config, classes: 0 });
    const head = tied ? "" : ` + ${C} × ${V}`;
    return {
      trained: total,
      kept: total,
      symbols: `(V + T)C + L(12C^2 + 13C) + 2C${tied ? "" : " + CV"}`,
      numbers: `(${V} + ${T}) × ${C} + ${L} × (12 × ${C}² + 13 × ${C}) + 2 × ${C}${head}`,
    };
  },

  attach: ({ model, variables }) => copyParameters(model, variables, () => true),
});
