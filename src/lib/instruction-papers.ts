/** Sources on instructions and on prompts that are searched for. */
export const instructionPapers = {
  flan: {
    authors: "Wei et al.",
    year: 2021,
    title: "Finetuned Language Models Are Zero-Shot Learners",
    url: "https://arxiv.org/abs/2109.01652",
  },
  t0: {
    authors: "Sanh et al.",
    year: 2021,
    title: "Multitask Prompted Training Enables Zero-Shot Task Generalization",
    url: "https://arxiv.org/abs/2110.08207",
  },
  ape: {
    authors: "Zhou et al.",
    year: 2022,
    title: "Large Language Models Are Human-Level Prompt Engineers",
    url: "https://arxiv.org/abs/2211.01910",
  },
} as const;
