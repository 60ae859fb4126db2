import type { LoadedModel, ModelShape, PromptShape, Task } from "../architecture";
import { below, type Part } from "../part";

/** The head of a task: fresh parts, and the beginnings of names of parts that the task does without. */
export interface TaskHead {
  readonly head: readonly Part[];
  readonly without?: readonly string[];
  /** The name of the base in the model of this task, where it is not the usual one; "" for none. */
  readonly base?: string;
}

export type Heads = Readonly<Partial<Record<Task, (labels: number) => TaskHead>>>;

/** What a family tells about a model. */
export interface FamilyModel {
  readonly family: string;
  readonly width: number;
  readonly inner: number;
  readonly layers: number;
  /** Default: those of one stack. */
  readonly blocks?: number;
  /** Default: a key for each query, `width` in all. */
  readonly keyWidth?: number;
  /** What differs from `layers`, `width` and `keyWidth`. */
  readonly prompts?: Partial<PromptShape>;
  readonly isEncoderDecoder?: boolean;
  /** The bare model, as AutoModel loads it. */
  readonly parts: readonly Part[];
  /** What the bare model is called inside a model for a task; "" where it is not wrapped. */
  readonly base: string;
  /** What turns states into words, in models that write. */
  readonly output?: readonly Part[];
  readonly heads: Heads;
}

/** The shape of a model from its parts and heads. */
export function modelShape(model: FamilyModel): ModelShape {
  const { family, width, inner, layers, parts, base, output, heads, isEncoderDecoder = false } = model;
  const { blocks = layers, keyWidth = width } = model;
  const named = (name: string): readonly Part[] => (name === "" ? parts : below(name, parts));
  const pretrained = (): LoadedModel =>
    output === undefined ? { body: parts, head: [] } : { body: [...named(base), ...output], head: [] };
  const writes: Task | undefined =
    output === undefined ? undefined : isEncoderDecoder ? "SEQ_2_SEQ_LM" : "CAUSAL_LM";
  return {
    family,
    width,
    inner,
    layers,
    blocks,
    keyWidth,
    isEncoderDecoder,
    prompts: { layers, width, keyWidth, ...model.prompts },
    load: (task, labels) => {
      if (task === null || task === writes) return pretrained();
      if (task === "FEATURE_EXTRACTION") return { body: parts, head: [] };
      const found = heads[task]?.(labels);
      if (!found) return null;
      const { head, without = [], base: other = base } = found;
      const goes = ({ path }: Part): boolean =>
        without.some((start) => path === start || path.startsWith(`${start}.`));
      const kept = parts.filter((part) => !goes(part));
      return { body: other === "" ? kept : below(other, kept), head };
    },
  };
}
