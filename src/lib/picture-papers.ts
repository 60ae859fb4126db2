import type { Paper } from "./papers";

const arxiv = (id: string) => `https://arxiv.org/abs/${id}`;

/** Sources about models that draw, and how they are tuned. */
export const picturePapers = {
  textualInversion: {
    authors: "Gal et al.",
    year: 2022,
    title: "An Image is Worth One Word: Personalizing Text-to-Image Generation using Textual Inversion",
    url: arxiv("2208.01618"),
  },
  controlNet: {
    authors: "Zhang et al.",
    year: 2023,
    title: "Adding Conditional Control to Text-to-Image Diffusion Models",
    url: arxiv("2302.05543"),
  },
  flowMatching: {
    authors: "Lipman et al.",
    year: 2022,
    title: "Flow Matching for Generative Modeling",
    url: arxiv("2210.02747"),
  },
  rectifiedFlow: {
    authors: "Liu et al.",
    year: 2022,
    title: "Flow Straight and Fast: Learning to Generate and Transfer Data with Rectified Flow",
    url: arxiv("2209.03003"),
  },
  guidance: {
    authors: "Ho & Salimans",
    year: 2022,
    title: "Classifier-Free Diffusion Guidance",
    url: arxiv("2207.12598"),
  },
  diffusionTransformer: {
    authors: "Peebles & Xie",
    year: 2022,
    title: "Scalable Diffusion Models with Transformers",
    url: arxiv("2212.09748"),
  },
} as const satisfies Readonly<Record<string, Required<Paper>>>;
