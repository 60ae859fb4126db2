/** A learning rate to start from on a real model, and who used it. */
export interface LearningRate {
  readonly rate: number;
  readonly source: string;
}

/** Rates that were published for models of real size; those of the playground are for tiny ones and do not carry over. */
export const learningRates = {
  full: {
    rate: 1e-5,
    source:
      "HF PEFT's method comparison used 1e-5 on Llama-3.2-3B; GPT-3 175B took 5e-6 (LoRA paper, appendix D)",
  },
  head: { rate: 1e-3, source: "the BitFit authors' frozen-encoder baseline used 1e-3" },
  adapter: {
    rate: 3e-4,
    source: "Houlsby et al. searched 3e-5, 3e-4 and 3e-3; their code's README uses 3e-4",
  },
  adapterBias: { rate: 1e-4, source: "the AdapterBias authors' config.py uses 1e-4" },
  compacter: { rate: 3e-3, source: "the T-Few code's configs/compacter.json uses 3e-3" },
  bitfit: {
    rate: 1e-3,
    source: "the BitFit authors' README uses 1e-3, where full fine-tuning takes about 1e-5",
  },
  layerNorm: {
    rate: 1e-3,
    source:
      "a rule of thumb, 100 times the rate of full fine-tuning: HF PEFT's method comparison scored 0.0 % with 1e-4, its notebook uses 5e-2",
  },
  randomSubset: {
    rate: 3e-4,
    source:
      "HF PEFT's method comparison used 3e-4 for SHiRA; Random Masking (Xu & Zhang 2024) took 1e-2 for 0.01 % of the weights",
  },
  prefixProjected: { rate: 5e-5, source: "Li & Liang used 5e-5 to 8e-5 with the projection" },
  prefix: {
    rate: 5e-3,
    source:
      "HF PEFT's method comparison, without the projection: 35.8 % and 41.6 % with 5e-3, 18.6 % with 1e-3 (with the projection Li & Liang took 5e-5)",
  },
  pTuningV2: { rate: 5e-3, source: "the P-tuning v2 authors' scripts use 5e-3 (RTE) to 3e-2 (CoNLL03)" },
  promptTuning: {
    rate: 1e-3,
    source: "HF PEFT's method comparison: 34.3 % with 1e-3 and vocabulary start, 5.7 % with 1e-4",
  },
  promptTuningT5: {
    rate: 0.3,
    source:
      "Lester et al. used a constant 0.3 on T5, with Adafactor; HF PEFT's T5 notebook uses 1 with AdamW",
  },
  pTuning: { rate: 1e-4, source: "HF PEFT's method comparison used 1e-4; the authors' LAMA code used 1e-5" },
  llamaAdapter: {
    rate: 5e-3,
    source: "HF PEFT's method comparison of AdaptionPrompt: 38.4 % with 5e-3, 21.2 % with 5e-4",
  },
  lora: { rate: 2e-4, source: "Hu et al. used 2e-4 on GPT-2 and GPT-3" },
  loraEncoder: { rate: 5e-4, source: "Hu et al. used 5e-4 on RoBERTa base, 3e-4 on large" },
  dora: { rate: 2e-4, source: "the DoRA authors' scripts use 2e-4 on LLaMA-7B, 1e-4 on Llama-3-8B" },
  adalora: {
    rate: 5e-4,
    source: "LoRA's rate on RoBERTa base (5e-4) as a start; we know of no single published rate",
  },
  vera: { rate: 4e-3, source: "Kopiczko et al. used 4e-3 to 1e-2" },
  ia3: { rate: 3e-3, source: "Liu et al. (T-Few) used 3e-3, with Adafactor" },
} as const satisfies Readonly<Record<string, LearningRate>>;
