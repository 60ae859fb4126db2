/** A published source, as the lessons cite it. */
export interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Missing where there is no lasting address. */
  readonly url?: string;
}

const arxiv = (id: string): string => `https://arxiv.org/abs/${id}`;

/** Every source the lessons cite, by the key their text uses. */
const papers: Readonly<Record<string, Paper>> = {
  survey: { authors: "模型应用策略", year: 2023, title: "模型应用策略" },
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
  adapterfusion: {
    authors: "Pfeiffer et al.",
    year: 2020,
    title: "AdapterFusion: Non-Destructive Task Composition for Transfer Learning",
    url: arxiv("2005.00247"),
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
  bitfit: {
    authors: "Ben-Zaken et al.",
    year: 2021,
    title: "BitFit: Simple Parameter-efficient Fine-tuning for Transformer-based Masked Language-models",
    url: arxiv("2106.10199"),
  },
  delta: {
    authors: "Ding et al.",
    year: 2022,
    title:
      "Delta Tuning: A Comprehensive Study of Parameter Efficient Methods for Pre-trained Language Models",
    url: arxiv("2203.06904"),
  },
  vera: {
    authors: "Kopiczko et al.",
    year: 2023,
    title: "VeRA: Vector-based Random Matrix Adaptation",
    url: arxiv("2310.11454"),
  },
  intrinsic: {
    authors: "Aghajanyan et al.",
    year: 2020,
    title: "Intrinsic Dimensionality Explains the Effectiveness of Language Model Fine-Tuning",
    url: arxiv("2012.13255"),
  },
  "he-unified": {
    authors: "He et al.",
    year: 2021,
    title: "Towards a Unified View of Parameter-Efficient Transfer Learning",
    url: arxiv("2110.04366"),
  },
  petrov: {
    authors: "Petrov et al.",
    year: 2023,
    title: "When Do Prompting and Prefix-Tuning Work? A Theory of Capabilities and Limitations",
    url: arxiv("2310.19698"),
  },
  "random-subset": {
    authors: "Xu & Zhang",
    year: 2024,
    title: "Random Masking Finds Winning Tickets for Parameter Efficient Fine-tuning",
    url: arxiv("2405.02596"),
  },
  apet: {
    authors: "Su et al.",
    year: 2023,
    title: "Exploring the Impact of Model Scaling on Parameter-Efficient Tuning",
    url: arxiv("2306.02320"),
  },
  "peft-bench": {
    authors: "Hugging Face PEFT",
    year: 2025,
    title: "PEFT method comparison",
    url: "https://github.com/huggingface/peft/tree/main/method_comparison",
  },
};

/** The source of this key. Throws where there is none. */
export function findPaper(key: string): Paper {
  const paper = papers[key];
  if (!paper) throw new Error(`papers.ts knows no "${key}"`);
  return paper;
}
