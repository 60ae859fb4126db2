// ControlNet: a trained copy of the first blocks reads a condition; zero linears add what it finds to the locked blocks.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { picturePapers } from "../lib/picture-papers";
import { block } from "../model/block";
import type { ModelConfig } from "../model/config";
import { blockShapes } from "../model/parameters";
import { type Block, blocksOf } from "../model/sites";
import { copyParts } from "./copies";
import { type Adapter, defineMethod, type Part } from "./method";
import { trainedPart } from "./trained-part";

/** Values of the condition at each patch: its 2 × 2 pixels. */
const conditionValues = 4;

/**
 * Zhang et al. 2023. g₀ = x₀ + c Z, gₖ = Copyₖ(gₖ₋₁), and after block k of the base xₖ + gₖ Zₖ + bₖ. Because Z and all Zₖ start
 * at 0, the first pictures are exactly the base's. `init` "normal" starts them at random, `copies` "scratch" starts the
 * copied blocks at random: what each of the two is good for. Without a condition the base is as it was.
 */
export const controlNet = defineMethod({
  id: "control-net",
  family: "addition",
  paper: picturePapers.controlNet,
  options: {
    blocks: { kind: "integer", default: 2, min: 1, max: 8 },
    init: { kind: "choice", default: "zero", choices: ["zero", "normal"] },
    copies: { kind: "choice", default: "copy", choices: ["copy", "scratch"] },
  },
  equation: String.raw`x_k = \mathrm{Base}_k(x_{k-1}) + g_k Z_k, \qquad g_k = \mathrm{Copy}_k(g_{k-1})`,
  learningRate: 0.002,
  mergeable: false,
  start: "base",

  parts: (config, { blocks }) => [
    trainedPart("control.in", "weight", [conditionValues, config.width]),
    ...copiedBlocks(config, blocks).flatMap((at) => [
      ...copyParts(blockShapes(at, config.width), () => true).map(ofCopy),
      trainedPart(`control.${at.name}.out`, "weight", [config.width, config.width]),
      trainedPart(`control.${at.name}.out`, "bias", [config.width]),
    ]),
  ],

  count: (config, { blocks }) => {
    const C = config.width;
    const k = copiedBlocks(config, blocks).length;
    const trained = conditionValues * C + k * (13 * C ** 2 + 14 * C);
    return {
      trained,
      kept: trained,
      symbols: "4C + k(13C^2 + 14C)",
      numbers: `${conditionValues} × ${C} + ${k} × (13 × ${C}² + 14 × ${C})`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { width, heads } = model.config;
    const copied = copiedBlocks(model.config, options.blocks);
    const linear = (name: string, shape: readonly number[]): Tensor =>
      options.init === "zero"
        ? variables.zeros(name, shape)
        : variables.normal(name, shape, 1 / Math.sqrt(3 * shape[0]!));
    const read = linear("control.in.weight", [conditionValues, width]);
    const copies: Record<string, Tensor> = {};
    const outs: Record<string, readonly [weight: Tensor, bias: Tensor]> = {};
    for (const at of copied) {
      for (const [name, shape] of Object.entries(blockShapes(at, width))) {
        copies[name] = startOfCopy(`control.${name}`, shape, model.params[name]!);
      }
      const out = `control.${at.name}.out`;
      outs[at.name] = [linear(`${out}.weight`, [width, width]), linear(`${out}.bias`, [width])];
    }
    const param = (name: string): Tensor => copies[name]!;

    return {
      control(condition: Tensor3D, x: Tensor3D): ReturnType<Required<Adapter>["control"]> {
        let g = ops.add(x, ops.matMul(condition, read)) as Tensor3D; // (B, T, C)
        return (at, output) => {
          const out = outs[at.name];
          if (!out) return output;
          g = block({ ops, param, edits: {}, heads, causal: false }, at, g);
          return ops.add(output, ops.linear(g, ...out)) as Tensor3D;
        };
      },
    };

    function startOfCopy(name: string, shape: readonly number[], base: Tensor): Tensor {
      if (options.copies === "copy") return variables.copy(name, base);
      if (name.endsWith("norm.weight")) return variables.filled(name, shape, 1);
      return name.endsWith("bias")
        ? variables.zeros(name, shape)
        : variables.normal(name, shape, 1 / Math.sqrt(3 * shape[0]!));
    }
  },
});

/** The first blocks, as many as there are at most. */
function copiedBlocks(config: ModelConfig, count: number): readonly Block[] {
  return blocksOf(config).slice(0, count);
}

function ofCopy(part: Part): Part {
  return { ...part, name: `control.${part.name}` };
}
