/** A published source. */
export interface Paper {
  readonly authors: string;
  /** Of the first version; on arXiv that is the year in the number. */
  readonly year: number;
  readonly title: string;
  /** Left out if there is no permanent address. */
  readonly url?: string;
}

const arxiv = (id: string) => `https://arxiv.org/abs/${id}`;

/** Sources that methods and objectives name, by the key that lessons cite them with. */
export const papers = {
  bert: {
    authors: "Devlin et al.",
    year: 2018,
    title: "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
    url: arxiv("1810.04805"),
  },
  houlsby: {
    authors: "Houlsby et al.",
    year: 2019,
    title: "Parameter-Efficient Transfer Learning for NLP",
    url: arxiv("1902.00751"),
  },
  adapterbias: {
    authors: "Fu et al.",
    year: 2022,
    title: "AdapterBias: Parameter-efficient Token-dependent Representation Shift for Adapters in NLP Tasks",
    url: arxiv("2205.00305"),
  },
  compacter: {
    authors: "Karimi Mahabadi et al.",
    year: 2021,
    title: "Compacter: Efficient Low-Rank Hypercomplex Adapter Layers",
    url: arxiv("2106.04647"),
  },
  prefix: {
    authors: "Li & Liang",
    year: 2021,
    title: "Prefix-Tuning: Optimizing Continuous Prompts for Generation",
    url: arxiv("2101.00190"),
  },
  prompt: {
    authors: "Lester et al.",
    year: 2021,
    title: "The Power of Scale for Parameter-Efficient Prompt Tuning",
    url: arxiv("2104.08691"),
  },
  ptuning: { authors: "Liu et al.", year: 2021, title: "GPT Understands, Too", url: arxiv("2103.10385") },
  ptuning2: {
    authors: "Liu et al.",
    year: 2021,
    title: "P-Tuning v2: Prompt Tuning Can Be Comparable to Fine-tuning Universally Across Scales and Tasks",
    url: arxiv("2110.07602"),
  },
  lora: {
    authors: "Hu et al.",
    year: 2021,
    title: "LoRA: Low-Rank Adaptation of Large Language Models",
    url: arxiv("2106.09685"),
  },
  adalora: {
    authors: "Zhang et al.",
    year: 2023,
    title: "AdaLoRA: Adaptive Budget Allocation for Parameter-Efficient Fine-Tuning",
    url: arxiv("2303.10512"),
  },
  dora: {
    authors: "Liu et al.",
    year: 2024,
    title: "DoRA: Weight-Decomposed Low-Rank Adaptation",
    url: arxiv("2402.09353"),
  },
  vera: {
    authors: "Kopiczko et al.",
    year: 2023,
    title: "VeRA: Vector-based Random Matrix Adaptation",
    url: arxiv("2310.11454"),
  },
  "llama-adapter": {
    authors: "Zhang et al.",
    year: 2023,
    title: "LLaMA-Adapter: Efficient Fine-tuning of Language Models with Zero-init Attention",
    url: arxiv("2303.16199"),
  },
  ia3: {
    authors: "Liu et al.",
    year: 2022,
    title: "Few-Shot Parameter-Efficient Fine-Tuning is Better and Cheaper than In-Context Learning",
    url: arxiv("2205.05638"),
  },
  bitfit: {
    authors: "Ben-Zaken et al.",
    year: 2021,
    title: "BitFit: Simple Parameter-efficient Fine-tuning for Transformer-based Masked Language-models",
    url: arxiv("2106.10199"),
  },
  "layer-norm": {
    authors: "Zhao et al.",
    year: 2023,
    title: "Tuning LayerNorm in Attention: Towards Efficient Multi-Modal LLM Finetuning",
    url: arxiv("2312.11420"),
  },
  "random-subset": {
    authors: "Xu & Zhang",
    year: 2024,
    title: "Random Masking Finds Winning Tickets for Parameter Efficient Fine-tuning",
    url: arxiv("2405.02596"),
  },
  "bradley-terry": {
    authors: "Bradley & Terry",
    year: 1952,
    title: "Rank Analysis of Incomplete Block Designs: I. The Method of Paired Comparisons",
    url: "https://doi.org/10.2307/2334029",
  },
  williams: {
    authors: "Williams",
    year: 1992,
    title: "Simple Statistical Gradient-Following Algorithms for Connectionist Reinforcement Learning",
    url: "https://doi.org/10.1007/BF00992696",
  },
  dpo: {
    authors: "Rafailov et al.",
    year: 2023,
    title: "Direct Preference Optimization: Your Language Model is Secretly a Reward Model",
    url: arxiv("2305.18290"),
  },
} as const satisfies Readonly<Record<string, Paper>>;
