import type { MethodId } from "../../methods/index";
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

/** The group of each method, in the order of the map; null: it fits in none of the boxes. */
const groupOf: Readonly<Record<MethodId, GroupId | null>> = {
  full: null,
  adapter: "adapters",
  compacter: "adapters",
  "adapter-bias": "adapters",
  "prompt-tuning": "prompts-input",
  "p-tuning": "prompts-input",
  "prefix-tuning": "prompts-layers",
  "p-tuning-v2": "prompts-layers",
  "llama-adapter": "prompts-layers",
  bitfit: "named",
  "layer-norm": "named",
  head: "named",
  "random-subset": "drawn",
  lora: "low-rank",
  dora: "low-rank",
  adalora: "low-rank",
  vera: "random",
  ia3: null,
};

const groupsInBox: Readonly<Record<Box, readonly GroupId[]>> = {
  addition: ["adapters", "prompts-input", "prompts-layers"],
  specification: ["named", "drawn"],
  reparameterization: ["low-rank", "random"],
};

const membersOf = (group: GroupId): readonly string[] =>
  Object.entries(groupOf).flatMap(([method, own]) => (own === group ? [method] : []));

/** Shown a second time, where the algebra puts it: AdapterBias is a change of rank 1. */
export const aliases: Readonly<Partial<Record<GroupId, string>>> = { "low-rank": "adapter-bias" };

/** What a method on the map must tell of itself. */
type Placed = { readonly id: string; readonly family: Family };

/** The groups of a box with the methods there are, in order. Groups without any are left out. */
export function groupsOf(box: Box, methods: readonly Placed[]): readonly Group[] {
  const here = methods.filter(({ family }) => family === box).map(({ id }) => id);
  const inBox = groupsInBox[box];
  const named = new Set(inBox.flatMap(membersOf));
  // A method that nobody has placed is shown in the last group.
  const unplaced = here.filter((method) => !named.has(method));
  return inBox
    .map((id, i) => ({
      id,
      methods: [
        ...membersOf(id).filter((method) => here.includes(method)),
        ...(i === inBox.length - 1 ? unplaced : []),
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
