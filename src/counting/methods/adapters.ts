import { CountingError } from "../counting-error";
import { allNew, countingMethod } from "../method";
import type { CountingOptions } from "../options";
import { biasesOf, type Part, weightsOf } from "../part";
import type { TaskModel } from "../task-model";
import { bottlenecks } from "../without-effect";

const places = {
  bottleneck: {
    kind: "integer",
    default: null,
    min: 1,
    aliases: ["m", "size", "adapter_size", "bottleneck_dim", "bottleneck_size", "r", "rank", "hidden"],
  },
  /** Width of the model by that of the middle; counts where no bottleneck is given. */
  reduction_factor: { kind: "number", default: 16, min: 1, max: 1e6, aliases: ["reduction", "c_rate"] },
  after: { kind: "names", default: ["attention", "mlp"], aliases: ["place", "places"] },
  /** Trains every norm of the model along, as the papers' code does. */
  layer_norms: {
    kind: "switch",
    default: false,
    aliases: ["norms", "layer_norm", "ln", "train_layer_norms"],
  },
  /** A new LayerNorm in each adapter. */
  own_norm: {
    kind: "switch",
    default: false,
    aliases: ["adapter_norm", "ln_before", "add_layer_norm_before_adapter"],
  },
} as const satisfies CountingOptions;

const onlyMlp = { ...places, after: { ...places.after, default: ["mlp"] } } as const;

/** Parameters of the norms of a model. */
function normsOf({ body }: TaskModel): number {
  const isNorm = (part: Part): boolean => part.kind === "norm";
  return body.filter(isNorm).reduce((sum, part) => sum + weightsOf(part) + biasesOf(part), 0);
}

interface PlaceValues {
  readonly bottleneck: number | null;
  readonly reduction_factor: number;
  readonly after: readonly string[];
  readonly layer_norms: boolean;
  readonly own_norm: boolean;
}

/** "both" is the two places in one word. */
function placesOf(after: readonly string[]): number {
  const names = after.flatMap((name) => (name === "both" ? ["attention", "mlp"] : [name]));
  const unknown = names.find((name) => name !== "attention" && name !== "mlp");
  if (unknown)
    throw new CountingError("value", `there is no place "${unknown}"`, ["attention", "mlp", "both"]);
  return new Set(names).size;
}

/** `each(m)` parameters after attention, after the feed-forward, or both, in every block (cross-attention has none). */
function inBlocks(model: TaskModel, values: PlaceValues, each: (middle: number) => number, once = 0) {
  const { width, blocks, layers: perStack } = model.architecture;
  // The library cuts the quotient; it does not round it.
  const middle = values.bottleneck ?? Math.max(1, Math.floor(width / values.reduction_factor));
  const sites = (placesOf(values.after) * blocks * (model.layers?.length ?? perStack)) / perStack;
  const added = sites * (each(middle) + (values.own_norm ? 2 * width : 0)) + once;
  return { trained: added + (values.layer_norms ? normsOf(model) : 0), added };
}

const bottleneck = (model: TaskModel, values: PlaceValues) => {
  const { width } = model.architecture;
  return inBlocks(model, values, (middle) => 2 * width * middle + middle + width);
};

/** Adapter (Houlsby et al. 2019): a bottleneck after attention and another after the feed-forward. */
export const adapter = countingMethod({
  id: "adapter",
  library: "adapters",
  withoutEffect: bottlenecks,
  aliases: ["houlsby", "adapter-h", "double-seq-bn", "houlsby-adapter", "bottleneck-adapter"],
  options: places,
  count: bottleneck,
});

/** The same after the feed-forward only (Pfeiffer et al. 2021). */
export const pfeiffer = countingMethod({
  id: "pfeiffer",
  library: "adapters",
  withoutEffect: bottlenecks,
  aliases: ["adapter-p", "seq-bn", "pfeiffer-adapter", "par-bn", "parallel-adapter"],
  presets: { "par-bn": { reduction_factor: 2 }, "parallel-adapter": { reduction_factor: 2 } },
  options: onlyMlp,
  count: bottleneck,
});

/** Adapter-L (Lin et al. 2020): after the feed-forward, each with its own LayerNorm. */
export const adapterL = countingMethod({
  id: "adapter-l",
  library: "none",
  withoutEffect: bottlenecks,
  aliases: ["lin-adapter"],
  options: { ...onlyMlp, own_norm: { ...places.own_norm, default: true } },
  count: bottleneck,
});

const compacterCount = (model: TaskModel, values: PlaceValues & { readonly n: number }) => {
  const { width } = model.architecture;
  // The bottleneck is cut into n equal pieces: it grows until they fit.
  const fitting = (middle: number): number => Math.ceil(middle / values.n) * values.n;
  return inBlocks(model, values, (middle) => 3 * (width + fitting(middle)), values.n ** 3);
};

const kronecker = {
  n: { kind: "integer", default: 4, min: 1, aliases: ["phm_dim", "hypercomplex_division"] },
  reduction_factor: { ...places.reduction_factor, default: 32 },
} as const satisfies CountingOptions;

/** Compacter (Karimi Mahabadi et al. 2021): adapters of Kronecker products; the n small matrices are shared by all. */
export const compacter = countingMethod({
  id: "compacter",
  library: "adapters",
  withoutEffect: bottlenecks,
  options: { ...places, ...kronecker },
  count: compacterCount,
});

/** Compacter++: after the feed-forward only. */
export const compacterPlus = countingMethod({
  id: "compacter++",
  library: "adapters",
  withoutEffect: bottlenecks,
  aliases: ["compacterpp", "compacter-plus"],
  options: { ...onlyMlp, ...kronecker },
  count: compacterCount,
});

/** AdapterBias (Fu et al. 2022): a vector times a weight that a linear layer reads off the middle of the feed-forward. */
export const adapterBias = countingMethod({
  id: "adapter-bias",
  library: "none",
  options: {
    share_alpha: { kind: "switch", default: false },
    /** Trains one norm a block and one more along: in BERT those behind the feed-forward and behind the embedding. */
    layer_norms: { kind: "switch", default: false, aliases: ["norms", "layer_norm"] },
  },
  count: (model, { share_alpha, layer_norms }) => {
    const { blocks, width, inner } = model.architecture;
    const added = blocks * width + (share_alpha ? 1 : blocks) * (inner + 1);
    const norm = model.body.find(({ kind }) => kind === "norm");
    const along = layer_norms && norm ? (blocks + 1) * (weightsOf(norm) + biasesOf(norm)) : 0;
    return { trained: added + along, added };
  },
});

/** LoReFT (Wu et al. 2024): states of the first and of the last positions moved inside r directions, in every block. */
export const loreft = countingMethod({
  id: "loreft",
  library: "none",
  aliases: ["reft"],
  options: {
    r: { kind: "integer", default: 1, min: 1, aliases: ["rank", "low_rank_dimension"] },
    /** Interventions a block: prefix and suffix have one each. */
    units: { kind: "integer", default: 2, min: 1 },
  },
  count: ({ architecture, layers }, { r, units }) =>
    allNew((layers?.length ?? architecture.blocks) * units * (2 * architecture.width * r + r)),
});
