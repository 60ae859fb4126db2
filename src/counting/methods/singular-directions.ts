import { note } from "../notes";
import { peftDefaults } from "../peft-defaults";
import { any, onMatrices } from "../without-effect";
import { rank, rankPattern } from "./low-rank";
import { matrixMethod } from "./matrix-method";

/** FRoD: directions that all layers share, with a scale for each input and a few entries beside the diagonal. */
export const frod = matrixMethod({
  id: "frod",
  defaults: (family) => (family === "vit" ? ["query", "value"] : peftDefaults.vera(family)),
  on: ["linear", "Conv1D"],
  options: { sparse_rate: { kind: "number", default: 0.01, min: 0, max: 1 } },
  withoutEffect: {
    ...onMatrices,
    projection_prng_key: any,
    save_projection: any,
    frod_dropout: any,
    regularization_alpha: any,
    progressbar: any,
    runtime_offload_base_weight: any,
  },
  each: ({ inputs }, { sparse_rate }) => {
    const beside = inputs * (inputs - 1);
    const entries = Math.min(Math.trunc(inputs * inputs * sparse_rate), beside);
    return inputs + (sparse_rate > 0 && beside > 0 ? Math.max(1, entries) : 0);
  },
});

/** OSF: W is taken apart; its largest directions stay, the others train. */
export const osf = matrixMethod({
  id: "osf",
  defaults: peftDefaults.osf,
  on: ["linear", "Conv1D"],
  options: {
    /** Directions that stay: a number, or up to 1 a share; default half of them. */
    effective_rank: { kind: "number", default: null, min: 0, max: 1e6, aliases: ["rank", "r"] },
    ...rankPattern,
  },
  withoutEffect: { target_svd_config: any },
  each: (matrix, { effective_rank, rank_pattern }) => {
    if (matrix.isConv1D) return 0;
    const all = Math.min(matrix.inputs, matrix.outputs);
    const asked =
      Object.entries(rank_pattern).find(([pattern]) => matrix.path.includes(pattern))?.[1] ?? effective_rank;
    const share =
      asked !== null && asked > 0 && asked < 1 ? Math.trunc(all * asked) : Math.trunc(asked ?? all / 2);
    return (all - Math.min(all, share)) * (matrix.inputs + matrix.outputs + 1);
  },
  finish: (trained, chosen) => ({
    trained,
    added: trained,
    notes: [chosen.some(({ isConv1D }) => isConv1D) ? note("conv1DPassedOver") : undefined],
  }),
});

/** SuperTuning: the largest entries of W train; with a rank r (Supra) LoRA beside them. */
export const supertuning = matrixMethod({
  id: "supertuning",
  options: {
    sparsity: { kind: "number", default: 0.99, min: 0, max: 1 },
    r: { kind: "integer", default: null, min: 1, aliases: ["rank"] },
  },
  withoutEffect: { select_top: any, lora_alpha: any, lora_dropout: any, save_precomputed_indices: any },
  each: ({ inputs, outputs }, { sparsity, r }) =>
    Math.trunc(inputs * outputs * (1 - sparsity)) + (r ?? 0) * (inputs + outputs),
  finish: (trained, chosen, { sparsity }) => ({
    trained,
    added: trained,
    indicesInFile: chosen.reduce(
      (sum, { inputs, outputs }) => sum + Math.trunc(inputs * outputs * (1 - sparsity)),
      0,
    ),
  }),
});

/** AdaMSS: rows of W in clusters, each with a change of rank subspace_rank in the r largest directions. */
export const adamss = matrixMethod({
  id: "adamss",
  defaults: (family) => (family === "vit" ? ["query", "value"] : peftDefaults.lora(family)),
  options: {
    ...rank(100),
    num_subspaces: { kind: "integer", default: 5, min: 1 },
    subspace_rank: { kind: "integer", default: 1, min: 1 },
    use_dynamic_rank: { kind: "switch", default: false },
  },
  withoutEffect: {
    init_weights: any,
    use_asa: any,
    asa_target_subspaces: any,
    init_warmup: any,
    final_warmup: any,
    mask_interval: any,
    asa_importance_beta: any,
    asa_uncertainty_beta: any,
    asa_schedule_exponent: any,
    svd_threshold: any,
    random_seed: any,
  },
  each: ({ inputs, outputs, bias }, { r, num_subspaces, subspace_rank }) => {
    const directions = Math.min(r, outputs, inputs + (bias ? 1 : 0));
    return subspace_rank * (Math.min(num_subspaces, outputs) * directions + outputs);
  },
  finish: (trained, _, { use_dynamic_rank, subspace_rank }) => ({
    trained,
    added: trained,
    notes: [subspace_rank > 1 && note("clustersAssumed"), use_dynamic_rank && note("dynamicRank")].map(
      (each) => each || undefined,
    ),
  }),
});
