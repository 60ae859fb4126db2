/** Sources that only lessons and pages name. */
export const lessonPapers = {
  survey: { authors: "模型应用策略", year: 2023, title: "模型应用策略" },
  adapterfusion: {
    authors: "Pfeiffer et al.",
    year: 2020,
    title: "AdapterFusion: Non-Destructive Task Composition for Transfer Learning",
    url: "https://arxiv.org/abs/2005.00247",
  },
  biderman: {
    authors: "Biderman et al.",
    year: 2024,
    title: "LoRA Learns Less and Forgets Less",
    url: "https://arxiv.org/abs/2405.09673",
  },
  qlora: {
    authors: "Dettmers et al.",
    year: 2023,
    title: "QLoRA: Efficient Finetuning of Quantized LLMs",
    url: "https://arxiv.org/abs/2305.14314",
  },
  rslora: {
    authors: "Kalajdzievski",
    year: 2023,
    title: "A Rank Stabilization Scaling Factor for Fine-Tuning with LoRA",
    url: "https://arxiv.org/abs/2312.03732",
  },
  recomputation: {
    authors: "Korthikanti et al.",
    year: 2022,
    title: "Reducing Activation Recomputation in Large Transformer Models",
    url: "https://arxiv.org/abs/2205.05198",
  },
  "textual-inversion": {
    authors: "Gal et al.",
    year: 2022,
    title: "An Image is Worth One Word: Personalizing Text-to-Image Generation using Textual Inversion",
    url: "https://arxiv.org/abs/2208.01618",
  },
  controlnet: {
    authors: "Zhang et al.",
    year: 2023,
    title: "Adding Conditional Control to Text-to-Image Diffusion Models",
    url: "https://arxiv.org/abs/2302.05543",
  },
  delta: {
    authors: "Ding et al.",
    year: 2022,
    title:
      "Delta Tuning: A Comprehensive Study of Parameter Efficient Methods for Pre-trained Language Models",
    url: "https://arxiv.org/abs/2203.06904",
  },
  intrinsic: {
    authors: "Aghajanyan et al.",
    year: 2020,
    title: "Intrinsic Dimensionality Explains the Effectiveness of Language Model Fine-Tuning",
    url: "https://arxiv.org/abs/2012.13255",
  },
  "he-unified": {
    authors: "He et al.",
    year: 2021,
    title: "Towards a Unified View of Parameter-Efficient Transfer Learning",
    url: "https://arxiv.org/abs/2110.04366",
  },
  petrov: {
    authors: "Petrov et al.",
    year: 2023,
    title: "When Do Prompting and Prefix-Tuning Work? A Theory of Capabilities and Limitations",
    url: "https://arxiv.org/abs/2310.19698",
  },
  apet: {
    authors: "Su et al.",
    year: 2023,
    title: "Exploring the Impact of Model Scaling on Parameter-Efficient Tuning",
    url: "https://arxiv.org/abs/2306.02320",
  },
  "peft-bench": {
    authors: "Hugging Face PEFT",
    year: 2025,
    title: "PEFT method comparison",
    url: "https://github.com/huggingface/peft/tree/main/method_comparison",
  },
  instructgpt: {
    authors: "Ouyang et al.",
    year: 2022,
    title: "Training language models to follow instructions with human feedback",
    url: "https://arxiv.org/abs/2203.02155",
  },
  "learning-to-summarize": {
    authors: "Stiennon et al.",
    year: 2020,
    title: "Learning to summarize from human feedback",
    url: "https://arxiv.org/abs/2009.01325",
  },
  "over-optimisation": {
    authors: "Gao et al.",
    year: 2022,
    title: "Scaling Laws for Reward Model Overoptimization",
    url: "https://arxiv.org/abs/2210.10760",
  },
  ppo: {
    authors: "Schulman et al.",
    year: 2017,
    title: "Proximal Policy Optimization Algorithms",
    url: "https://arxiv.org/abs/1707.06347",
  },
  grpo: {
    authors: "Shao et al.",
    year: 2024,
    title: "DeepSeekMath: Pushing the Limits of Mathematical Reasoning in Open Language Models",
    url: "https://arxiv.org/abs/2402.03300",
  },
} as const;
