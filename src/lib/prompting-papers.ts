/** Sources on what a frozen model does with its prompt. A part of `allPapers`. */
export const promptingPapers = {
  min: {
    authors: "Min et al.",
    year: 2022,
    title: "Rethinking the Role of Demonstrations: What Makes In-Context Learning Work?",
    url: "https://arxiv.org/abs/2202.12837",
  },
  yoo: {
    authors: "Yoo et al.",
    year: 2022,
    title: "Ground-Truth Labels Matter: A Deeper Look into Input-Label Demonstrations",
    url: "https://arxiv.org/abs/2205.12685",
  },
  kossen: {
    authors: "Kossen et al.",
    year: 2023,
    title: "In-Context Learning Learns Label Relationships but Is Not Conventional Learning",
    url: "https://arxiv.org/abs/2307.12375",
  },
  xie: {
    authors: "Xie et al.",
    year: 2021,
    title: "An Explanation of In-context Learning as Implicit Bayesian Inference",
    url: "https://arxiv.org/abs/2111.02080",
  },
  "wei-larger": {
    authors: "Wei et al.",
    year: 2023,
    title: "Larger language models do in-context learning differently",
    url: "https://arxiv.org/abs/2303.03846",
  },
  "wei-chain": {
    authors: "Wei et al.",
    year: 2022,
    title: "Chain-of-Thought Prompting Elicits Reasoning in Large Language Models",
    url: "https://arxiv.org/abs/2201.11903",
  },
  feng: {
    authors: "Feng et al.",
    year: 2023,
    title: "Towards Revealing the Mystery behind Chain of Thought: A Theoretical Perspective",
    url: "https://arxiv.org/abs/2305.15408",
  },
  pfau: {
    authors: "Pfau et al.",
    year: 2024,
    title: "Let's Think Dot by Dot: Hidden Computation in Transformer Language Models",
    url: "https://arxiv.org/abs/2404.15758",
  },
  lanham: {
    authors: "Lanham et al.",
    year: 2023,
    title: "Measuring Faithfulness in Chain-of-Thought Reasoning",
    url: "https://arxiv.org/abs/2307.13702",
  },
  kojima: {
    authors: "Kojima et al.",
    year: 2022,
    title: "Large Language Models are Zero-Shot Reasoners",
    url: "https://arxiv.org/abs/2205.11916",
  },
  wang: {
    authors: "Wang et al.",
    year: 2022,
    title: "Self-Consistency Improves Chain of Thought Reasoning in Language Models",
    url: "https://arxiv.org/abs/2203.11171",
  },
  zhou: {
    authors: "Zhou et al.",
    year: 2022,
    title: "Least-to-Most Prompting Enables Complex Reasoning in Large Language Models",
    url: "https://arxiv.org/abs/2205.10625",
  },
} as const;
