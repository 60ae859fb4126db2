import type { ModelConfig } from "../model/config";
import { baseShapes } from "../model/parameters";
import { type Block, type StackShape, stacksOf } from "../model/sites";

/** i18n keys below `diagram.sites`. */
export type SiteWords =
  | "head"
  | "classifier"
  | "norm"
  | "afterMlp"
  | "down"
  | "up"
  | "afterAttention"
  | "output"
  | "query"
  | "key"
  | "value"
  | "prefix"
  | "token"
  | "position"
  | "prompt"
  | "shared"
  | "beside";

/** A place in the drawing of a transformer. */
export interface Place {
  /** Site of the method interface: "blocks.0.attention.query", "embedding", … */
  readonly site: string;
  readonly words: SiteWords;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Drawn also when nothing is here: a head that shares the token table has no numbers of its own. */
  readonly always: boolean;
  /** Parameters the base has here, by name with their shapes; empty where a method may put something new. */
  readonly parameters: Readonly<Record<string, readonly number[]>>;
}

export const drawing = {
  width: 420,
  height: 556,
  stream: 34,
  left: 86,
  right: 408,
  frameTop: 78,
  frameBottom: 446,
} as const;

const gap = 8;

type Column = readonly [part: number, of: number];
type Row = readonly [site: string, words: SiteWords, y: number, height: number, column?: Column];

const rows = (
  { attention, mlp }: Block,
  stack: StackShape["prefix"],
  head: "head" | "classifier",
): readonly Row[] => [
  [head, head, 8, 26],
  [`${stack}norm`, "norm", 44, 20],
  [mlp.name, "afterMlp", 96, 24],
  [mlp.down.name, "down", 128, 28],
  [mlp.up.name, "up", 178, 28],
  [`${mlp.name}.norm`, "norm", 228, 20],
  [attention.name, "afterAttention", 268, 24],
  [attention.output.name, "output", 300, 28],
  [attention.query.name, "query", 350, 28, [0, 3]],
  [attention.key.name, "key", 350, 28, [1, 3]],
  [attention.value.name, "value", 350, 28, [2, 3]],
  [`${attention.name}.prefix`, "prefix", 394, 18, [1, 3]],
  [`${attention.name}.norm`, "norm", 418, 20],
  ["embedding.token", "token", 462, 28, [0, 2]],
  [`${stack}embedding.position`, "position", 462, 28, [1, 2]],
  ["embedding", "prompt", 500, 20],
];

/** Where everything of one block (counted over all stacks) is drawn, with the embeddings below and the head above. */
export function blockLayout(config: ModelConfig, layer: number): readonly Place[] {
  // A head of classes is no part of the base: it comes with the parts that train, in place of the head for tokens.
  const shapes = Object.entries(baseShapes(config));
  const all = stacksOf(config).flatMap(({ prefix, blocks }) => blocks.map((block) => ({ prefix, block })));
  const { prefix, block } = all[layer] ?? all[0]!;
  return rows(block, prefix, config.head.kind === "classes" ? "classifier" : "head").map(
    ([site, words, y, height, column]) => {
      const [part, of] = column ?? [0, 1];
      const inner = (drawing.right - drawing.left - (of - 1) * gap) / of;
      const x = drawing.left + part * (inner + gap);
      // A prefix lies in front of keys and values alike.
      const width = words === "prefix" ? drawing.right - x : inner;
      const parameters = Object.fromEntries(shapes.filter(([name]) => siteOf(name) === site));
      return { site, words, x, y, width, height, always: words === "head", parameters };
    },
  );
}

/** Where parts stand that no place is drawn for: a row at the foot, evenly shared. */
export function footPlaces(sites: readonly string[]): readonly Place[] {
  const width = (drawing.right - drawing.left - (sites.length - 1) * gap) / Math.max(1, sites.length);
  return sites.map((site, i) => ({
    site,
    words: site === "shared" ? ("shared" as const) : ("beside" as const),
    x: drawing.left + i * (width + gap),
    y: 528,
    width,
    height: 22,
    always: false,
    parameters: {},
  }));
}

/** The site a parameter of the base belongs to. */
function siteOf(parameter: string): string {
  return parameter.replace(/\.(weight|bias)$/, "");
}
