/** The kinds of experiments, as links name them; index.ts has what each is. */
export const kindIds = ["race", "prompt"] as const;
export type KindId = (typeof kindIds)[number];
