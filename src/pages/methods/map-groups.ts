import type { Family } from "../../methods/method";

/** i18n keys below `map.groups`. */
export type GroupId =
  | "adapters"
  | "prompts-input"
  | "prompts-layers"
  | "named"
  | "drawn"
  | "low-rank"
  | "random"
  | "everything"
  | "rescaling";

/** The three boxes of Ding et al. 2022 (arXiv 2203.06904), and the margin for what fits in none. */
export const branches = ["addition", "specification", "reparameterization", "outside"] as const;
export type Branch = (typeof branches)[number];

interface Group {
  readonly id: GroupId;
  readonly methods: readonly string[];
}

/** The order in which methods stand in a box; a method that is not named here stands in the last group of its box. */
const groups: Readonly<Record<Branch, readonly Group[]>> = {
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
  outside: [
    { id: "everything", methods: ["full"] },
    { id: "rescaling", methods: ["ia3"] },
  ],
};

/** Shown a second time, where the algebra puts it: AdapterBias is a change of rank 1. */
export const aliases: Readonly<Partial<Record<GroupId, string>>> = { "low-rank": "adapter-bias" };

/** Methods with something to be said about their place; i18n keys below `map.notes`. */
export const noted = ["full", "ia3", "adapter-bias"] as const;

/** The groups of a box with the methods there are, in order. Groups without any are left out. */
export function groupsOf(
  branch: Branch,
  methods: readonly { readonly id: string; readonly family: Family }[],
): readonly Group[] {
  const here = methods.filter(({ family }) => branchOf(family) === branch).map(({ id }) => id);
  const named = new Set(groups[branch].flatMap((group) => group.methods));
  return groups[branch]
    .map(({ id, methods: order }, i) => ({
      id,
      methods: [
        ...order.filter((method) => here.includes(method)),
        ...(i === groups[branch].length - 1 ? here.filter((method) => !named.has(method)) : []),
      ],
    }))
    .filter((group) => group.methods.length > 0);
}

function branchOf(family: Family): Branch {
  return family === "addition" || family === "specification" || family === "reparameterization"
    ? family
    : "outside";
}
