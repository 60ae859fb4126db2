/** What a matrix does in its block; "qkv" is query, key and value in one matrix. */
export type Role = "query" | "key" | "value" | "output" | "qkv" | "gate" | "up" | "down";

/**
 * One named piece of a model: `inputs` × `outputs` weights and, with `bias`, `outputs` more.
 * A norm has one input; a table (embeddings) has a row for each input; a convolution counts its kernel as inputs.
 */
export interface Part {
  /** The name of the module, or for a `parameter` that of the tensor, as in HF transformers 5. */
  readonly path: string;
  /** The name in HF transformers 4, where it was another. */
  readonly formerPath?: string;
  /** "parameter" is a tensor that belongs to no layer class: a class token, the experts of a mixture. */
  readonly kind: "linear" | "table" | "norm" | "convolution" | "parameter";
  readonly inputs: number;
  readonly outputs: number;
  readonly bias: boolean;
  /** Positions that a convolution looks at for each output. */
  readonly kernel?: number;
  /** Copies of the tensor stacked in one, such as the experts of a mixture; default 1. */
  readonly stacked?: number;
  readonly role?: Role;
  /** Output widths of query, key and value in a fused matrix. */
  readonly split?: Readonly<Partial<Record<Role, number>>>;
  /** The block that it is in, counted from 0 in its stack. */
  readonly layer?: number;
  /** Shares the weights of the embedding: none more to count. */
  readonly isTied?: boolean;
  /** The matrix that turns the last state into words; "all-linear" leaves it out. */
  readonly isOutput?: boolean;
  /** GPT-2's Conv1D: a linear layer that stores its weights transposed, and that some methods of HF PEFT refuse. */
  readonly isConv1D?: boolean;
}

export type PartExtras = Pick<Part, "role" | "split" | "isTied" | "isOutput" | "isConv1D" | "formerPath">;

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

/** A row of `width` for each of `rows` tokens, positions or buckets. */
export function table(path: string, rows: number, width: number, extras: PartExtras = {}): Part {
  return { path, kind: "table", inputs: rows, outputs: width, bias: false, ...extras };
}

/** LayerNorm: scale, and shift unless `bias` is false. */
export function layerNorm(path: string, width: number, bias = true): Part {
  return { path, kind: "norm", inputs: 1, outputs: width, bias };
}

/** RMSNorm: scale only. */
export function rmsNorm(path: string, width: number): Part {
  return layerNorm(path, width, false);
}

/** A convolution over windows of `kernel` positions, with bias. */
export function convolution(path: string, channels: number, outputs: number, kernel: number): Part {
  return { path, kind: "convolution", inputs: channels * kernel, outputs, bias: true, kernel };
}

/** A tensor by itself: `stacked` matrices of `inputs` × `outputs`, or a vector. */
export function parameter(path: string, outputs: number, inputs = 1, stacked = 1): Part {
  return { path, kind: "parameter", inputs, outputs, bias: false, stacked };
}

/** The module that holds the part: of a parameter the one above it. */
export function moduleOf({ path, kind }: Part): string {
  return kind === "parameter" ? path.slice(0, Math.max(0, path.lastIndexOf("."))) : path;
}

/** Weights of a part as it is in memory: none more where it is tied. */
export function weightsOf(part: Part): number {
  return part.isTied ? 0 : copiedWeightsOf(part);
}

/** Weights of a copy of the part: a copy of a tied matrix has weights itself. */
export function copiedWeightsOf({ inputs, outputs, stacked = 1 }: Part): number {
  return inputs * outputs * stacked;
}

/** Biases of a part, one for each output; for a LayerNorm its shifts. */
export function biasesOf(part: Part): number {
  return part.bias ? part.outputs : 0;
}

/** Parameters of all the parts together. */
export function sizeOfParts(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + weightsOf(part) + biasesOf(part), 0);
}

/** Parameters of a copy of the parts. */
export function sizeOfCopy(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + copiedWeightsOf(part) + biasesOf(part), 0);
}

/** The parts below a name: "encoder.layer.0" before each of their paths. */
export function below(path: string, parts: readonly Part[]): Part[] {
  return parts.map((part) => ({
    ...part,
    path: `${path}.${part.path}`,
    ...(part.formerPath === undefined ? {} : { formerPath: `${path}.${part.formerPath}` }),
  }));
}

/** The same block `count` times: each part below "path.0.", "path.1.", … */
export function stack(path: string, count: number, block: (layer: number) => readonly Part[]): Part[] {
  return Array.from({ length: count }, (_, layer) =>
    below(`${path}.${layer}`, block(layer)).map((part) => ({ ...part, layer })),
  ).flat();
}
