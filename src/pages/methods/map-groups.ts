import type { Family } from "../../methods/method";

/** i18n keys below `map.groups`. */
export type GroupId =
  | "adapters"
  | "prompts-input"
  | "prompts-layers"
  | "named"
  | "drawn"
  | "low-rank"
  | "random";

/** The three boxes of Ding et al. 2022, "Delta Tuning" (arXiv 2203.06904). */
export const boxes = ["addition", "specification", "reparameterization"] as const;
export type Box = (typeof boxes)[number];

interface Group {
  readonly id: GroupId;
  readonly methods: readonly string[];
}

/** The order in which methods stand in a box; a method that is not named here stands in the last group of its box. */
const groups: Readonly<Record<Box, readonly Group[]>> = {
  addition: [
    { id: "adapters", methods: ["adapter", "compacter", "adapter-bias"] },
    { id: "prompts-input", methods: ["prompt-tuning", "p-tuning"] },
    { id: "prompts-layers", methods: ["prefix-tuning", "p-tuning-v2", "llama-adapter"] },
  ],
  specification: [
    { id: "named", methods: ["bitfit", "layer-norm", "head"] },
    { id: "drawn", methods: ["random-subset"] },
  ],
  reparameterization: [
    { id: "low-rank", methods: ["lora", "dora", "adalora"] },
    { id: "random", methods: ["vera"] },
  ],
};

/** Shown a second time, where the algebra puts it: AdapterBias is a change of rank 1. */
export const aliases: Readonly<Partial<Record<GroupId, string>>> = { "low-rank": "adapter-bias" };

/** What a method on the map must tell of itself. */
type Placed = { readonly id: string; readonly family: Family };

/** The groups of a box with the methods there are, in order. Groups without any are left out. */
export function groupsOf(box: Box, methods: readonly Placed[]): readonly Group[] {
  const here = methods.filter(({ family }) => family === box).map(({ id }) => id);
  const named = new Set(groups[box].flatMap((group) => group.methods));
  return groups[box]
    .map(({ id, methods: order }, i) => ({
      id,
      methods: [
        ...order.filter((method) => here.includes(method)),
        ...(i === groups[box].length - 1 ? here.filter((method) => !named.has(method)) : []),
      ],
    }))
    .filter((group) => group.methods.length > 0);
}

/** Methods in the order of the map: box by box, then what fits in none. */
export function inMapOrder<M extends Placed>(methods: readonly M[]): readonly M[] {
  const order = [
    ...boxes.flatMap((box) => groupsOf(box, methods).flatMap((group) => group.methods)),
    ...outsideOf(methods),
  ];
  return [...methods].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** Methods that fit none of the boxes. */
export function outsideOf(methods: readonly Placed[]): readonly string[] {
  return methods.filter(({ family }) => !boxes.some((box) => box === family)).map(({ id }) => id);
}
