import { note } from "../notes";
import { any } from "../without-effect";
import { rank } from "./low-rank";
import { matrixMethod } from "./matrix-method";

/** X-LoRA: a small network that mixes LoRA adapters trained before; only the network trains. */
export const xlora = matrixMethod({
  id: "xlora",
  aliases: ["x-lora"],
  savesModules: false,
  on: ["linear", "Conv1D", "embedding", "convolution"],
  options: {
    /** How many adapters are mixed. */
    adapters: { kind: "integer", default: 2, min: 1, aliases: ["n_adapters", "num_adapters"] },
    /** Their rank. */
    ...rank(8),
    hidden_size: { kind: "integer", default: null, min: 1 },
    layerwise_scalings: { kind: "switch", default: false },
    xlora_depth: { kind: "integer", default: 1, min: 1 },
    xlora_size: { kind: "integer", default: 2048, min: 1 },
    use_trainable_adapters: { kind: "switch", default: false },
  },
  withoutEffect: {
    enable_softmax: any,
    enable_softmax_topk: any,
    xlora_dropout_p: any,
    softmax_temperature: any,
    top_k_lora: any,
    scaling_pass_value: any,
    global_scaling_weight: any,
  },
  each: ({ inputs, outputs }, { r }) => r * (inputs + outputs),
  finish: (eachAdapter, chosen, options, { architecture }) => {
    const { adapters, layerwise_scalings, xlora_depth, xlora_size, use_trainable_adapters } = options;
    const inputs = options.hidden_size ?? architecture.width;
    const outputs = adapters * (layerwise_scalings ? chosen.length : 1);
    const middle = (xlora_depth - 2) * (xlora_size + 1) * xlora_size;
    const network =
      xlora_depth === 1
        ? (inputs + 1) * outputs
        : (inputs + 1) * xlora_size + middle + (xlora_size + 1) * outputs;
    const mixed = adapters * eachAdapter;
    const trained = network + (use_trainable_adapters ? mixed : 0);
    return {
      trained,
      kept: network + mixed,
      added: network + mixed,
      notes: [note("mixedAdapters", { adapters, rank: options.r })],
    };
  },
});
