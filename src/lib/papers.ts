import { instructionPapers } from "./instruction-papers";
import { promptingPapers } from "./prompting-papers";

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
  survey: { authors: "模型应用策略", year: 2023, title: "模型应用策略" },
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
  adapterfusion: {
    authors: "Pfeiffer et al.",
    year: 2020,
    title: "AdapterFusion: Non-Destructive Task Composition for Transfer Learning",
    url: arxiv("2005.00247"),
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
  biderman: {
    authors: "Biderman et al.",
    year: 2024,
    title: "LoRA Learns Less and Forgets Less",
    url: arxiv("2405.09673"),
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
  qlora: {
    authors: "Dettmers et al.",
    year: 2023,
    title: "QLoRA: Efficient Finetuning of Quantized LLMs",
    url: arxiv("2305.14314"),
  },
  rslora: {
    authors: "Kalajdzievski",
    year: 2023,
    title: "A Rank Stabilization Scaling Factor for Fine-Tuning with LoRA",
    url: arxiv("2312.03732"),
  },
  vera: {
    authors: "Kopiczko et al.",
    year: 2023,
    title: "VeRA: Vector-based Random Matrix Adaptation",
    url: arxiv("2310.11454"),
  },
  recomputation: {
    authors: "Korthikanti et al.",
    year: 2022,
    title: "Reducing Activation Recomputation in Large Transformer Models",
    url: arxiv("2205.05198"),
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
  "textual-inversion": {
    authors: "Gal et al.",
    year: 2022,
    title: "An Image is Worth One Word: Personalizing Text-to-Image Generation using Textual Inversion",
    url: arxiv("2208.01618"),
  },
  controlnet: {
    authors: "Zhang et al.",
    year: 2023,
    title: "Adding Conditional Control to Text-to-Image Diffusion Models",
    url: arxiv("2302.05543"),
  },
  delta: {
    authors: "Ding et al.",
    year: 2022,
    title:
      "Delta Tuning: A Comprehensive Study of Parameter Efficient Methods for Pre-trained Language Models",
    url: arxiv("2203.06904"),
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
  ...promptingPapers,
  ...instructionPapers,
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
  instructgpt: {
    authors: "Ouyang et al.",
    year: 2022,
    title: "Training language models to follow instructions with human feedback",
    url: arxiv("2203.02155"),
  },
  "learning-to-summarize": {
    authors: "Stiennon et al.",
    year: 2020,
    title: "Learning to summarize from human feedback",
    url: arxiv("2009.01325"),
  },
  "over-optimisation": {
    authors: "Gao et al.",
    year: 2022,
    title: "Scaling Laws for Reward Model Overoptimization",
    url: arxiv("2210.10760"),
  },
  ppo: {
    authors: "Schulman et al.",
    year: 2017,
    title: "Proximal Policy Optimization Algorithms",
    url: arxiv("1707.06347"),
  },
  grpo: {
    authors: "Shao et al.",
    year: 2024,
    title: "DeepSeekMath: Pushing the Limits of Mathematical Reasoning in Open Language Models",
    url: arxiv("2402.03300"),
  },
  dpo: {
    authors: "Rafailov et al.",
    year: 2023,
    title: "Direct Preference Optimization: Your Language Model is Secretly a Reward Model",
    url: arxiv("2305.18290"),
  },
} as const satisfies Readonly<Record<string, Paper>>;
