/** What a matrix does in its block; "qkv" is query, key and value in one. */
export type Role = "query" | "key" | "value" | "output" | "qkv" | "gate" | "up" | "down";

/**
 * One named piece of a model: `inputs` × `outputs` weights and, with `bias`, `outputs` more.
 * A norm has one input; a table (embeddings) has a row an input; a convolution counts its kernel as inputs.
 */
export interface Part {
  /** The name of the module, as in HF transformers. */
  readonly path: string;
  readonly kind: "linear" | "table" | "norm" | "convolution" | "vector";
  readonly inputs: number;
  readonly outputs: number;
  readonly bias: boolean;
  readonly role?: Role;
  /** Output widths of query, key and value in a fused matrix. */
  readonly split?: Readonly<Partial<Record<Role, number>>>;
  /** The block it lies in, counted from 0 in its stack. */
  readonly layer?: number;
  /** Shares the weights of the embedding: nothing of its own to count. */
  readonly isTied?: boolean;
  /** The matrix that turns the last state into words; "all-linear" leaves it out. */
  readonly isOutput?: boolean;
}

export type PartExtras = Pick<Part, "role" | "split" | "isTied" | "isOutput">;

/** y = xW, with b where `bias` says so. */
export function linear(
  path: string,
  inputs: number,
  outputs: number,
  bias: boolean,
  extras: PartExtras = {},
): Part {
  return { path, kind: "linear", inputs, outputs, bias, ...extras };
}

/** A row of `width` numbers for each of `rows` tokens, positions or buckets. */
export function table(path: string, rows: number, width: number): Part {
  return { path, kind: "table", inputs: rows, outputs: width, bias: false };
}

/** LayerNorm: scale and shift. */
export function layerNorm(path: string, width: number): Part {
  return { path, kind: "norm", inputs: 1, outputs: width, bias: true };
}

/** RMSNorm: scale only. */
export function rmsNorm(path: string, width: number): Part {
  return { path, kind: "norm", inputs: 1, outputs: width, bias: false };
}

/** A convolution over windows of `kernel` places, with bias. */
export function convolution(path: string, channels: number, outputs: number, kernel: number): Part {
  return { path, kind: "convolution", inputs: channels * kernel, outputs, bias: true };
}

/** A learned vector by itself, such as the class token of a ViT. */
export function vector(path: string, width: number): Part {
  return { path, kind: "vector", inputs: 1, outputs: width, bias: false };
}

/** Weights of a part: none of its own where it is tied. */
export function weightsOf(part: Part): number {
  return part.isTied ? 0 : part.inputs * part.outputs;
}

/** Biases of a part, one an output; for a LayerNorm its shifts. */
export function biasesOf(part: Part): number {
  return part.bias ? part.outputs : 0;
}

/** Parameters of all the parts together. */
export function sizeOfParts(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + weightsOf(part) + biasesOf(part), 0);
}

/** The same block `count` times: each part below "path.0.", "path.1.", … */
export function stack(path: string, count: number, block: (layer: number) => readonly Part[]): Part[] {
  return Array.from({ length: count }, (_, layer) =>
    block(layer).map((part) => ({ ...part, path: `${path}.${layer}.${part.path}`, layer })),
  ).flat();
}
