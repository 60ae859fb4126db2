/** The stacks of blocks that a model is made of. */
export type Layout =
  /** Causal, predicts the next token (GPT). */
  | { readonly kind: "decoder"; readonly layers: number }
  /** Sees both sides, predicts masked tokens or a class (BERT). */
  | { readonly kind: "encoder"; readonly layers: number }
  /** The encoder reads the question, the decoder writes the answer and attends to it (T5, BART). */
  | { readonly kind: "encoder-decoder"; readonly encoder: number; readonly decoder: number };

/** What the last step of a model predicts, and from which positions. */
export type Head =
  /** A token at every position. */
  | { readonly kind: "tokens" }
  /** One of k classes, from the first position ([CLS]). */
  | { readonly kind: "classes"; readonly k: number; readonly pool: "first" }
  /** A scalar for each sequence (a reward), from its last token or from the mean over its tokens. */
  | { readonly kind: "scalar"; readonly pool: "last" | "mean" };

/** The head that every base has. */
export const tokensHead: Head = { kind: "tokens" };

/** A new head for a task with these classes; without classes the base's own head stays. */
export function headFor(classes: readonly string[]): Head {
  return classes.length > 0 ? { kind: "classes", k: classes.length, pool: "first" } : tokensHead;
}

/** The shape of a transformer: all that is needed to know its parameters. */
export type ModelConfig = Layout & {
  /** V, number of tokens. */
  readonly vocabulary: number;
  /** T, most positions a sequence may have (in each stack). */
  readonly context: number;
  /** H, attention heads; divides the width. */
  readonly heads: number;
  /** C, width of the residual stream. */
  readonly width: number;
  /** The LM head shares the token embedding. */
  readonly tied: boolean;
  readonly head: Head;
  /** A model that draws: it reads words and a noisy picture. Left out where a model reads tokens alone. */
  readonly picture?: PictureShape;
};

/** What a model that draws has beside its words. Its sequences are `words` tokens and then the patches of the picture. */
export interface PictureShape {
  readonly words: number;
  /** Values of a patch. */
  readonly values: number;
  /** Features of the time that the model reads. */
  readonly time: number;
}

/**
 * How matrices start. gpt-2 (Radford et al. 2019): normal with std 0.02, divided by the root of the number of sublayers
 * where they write to the residual stream. fan-in: those of the blocks with std 0.7 / √(their inputs) instead, much larger
 * in a narrow model, which learns arithmetic in fewer steps then.
 */
export const initialScales = ["gpt-2", "fan-in"] as const;
export type InitialScale = (typeof initialScales)[number];

/** The sizes on offer; the MLP is always 4 × width wide inside. */
export const sizes = {
  tiny: { layers: 1, heads: 2, width: 16 },
  nano: { layers: 1, heads: 4, width: 32 },
  micro: { layers: 2, heads: 4, width: 64 },
  mini: { layers: 4, heads: 4, width: 128 },
} as const;
export type Size = keyof typeof sizes;

/**
 * The kinds of matrices in a block that methods plug into, in the order of the forward pass. As the target modules of
 * HF PEFT they mean every matrix of that kind: "attention.query" is that of cross attention too.
 */
export const matrices = [
  "attention.query",
  "attention.key",
  "attention.value",
  "attention.output",
  "mlp.up",
  "mlp.down",
] as const;
export type Matrix = (typeof matrices)[number];
