import { CountingError } from "../counting-error";
import { allNew, type BodyCount, countingMethod } from "../method";
import type { Indices } from "../option-kinds";
import type { CountingOptions } from "../options";
import type { Part } from "../part";
import { isNamed } from "../targets";
import type { TaskModel } from "../task-model";

/** Rows of the embedding that train beside a method. */
export const tokenOptions = {
  trainable_token_indices: { kind: "indices", default: null },
} as const satisfies CountingOptions;

/** A method's new parameters with those of the tokens that train along. */
export function withTokens(
  trained: number,
  { trainable_token_indices }: { readonly trainable_token_indices: Indices | null },
  model: TaskModel,
): BodyCount {
  const tokens = trainable_token_indices === null ? 0 : tokensIn(model, trainable_token_indices);
  return allNew(trained + tokens);
}

/** A row for each place in each table; a tied output shares the embedding's rows where the same places are named. */
function tokensIn({ parts }: TaskModel, indices: Indices): number {
  const rows = Object.entries(indices).map(([name, places]) => {
    const table = tableOf(parts, name);
    return { isTied: table.isTied === true, list: places.join(), size: places.length * widthOf(table) };
  });
  const shares = (list: string): boolean => rows.some((other) => !other.isTied && other.list === list);
  return rows.reduce((sum, { isTied, list, size }) => sum + (isTied && shares(list) ? 0 : size), 0);
}

function tableOf(parts: readonly Part[], name: string): Part {
  const found = parts.find((part) => (name === "" ? part.kind === "table" : isNamed(part, name)));
  if (found) return found;
  if (name === "")
    throw new CountingError("value", "the model reads no tokens", ["models with an embedding"]);
  const known = parts.filter(({ kind, isOutput }) => kind === "table" || isOutput).map(({ path }) => path);
  throw new CountingError("target", name, known);
}

/** Of an output matrix the rows are its inputs' width. */
function widthOf(table: Part): number {
  return table.isOutput ? table.inputs : table.outputs;
}

/** Trainable tokens, as in textual inversion: rows of the embedding for a few words. */
export const trainableTokens = countingMethod({
  id: "trainable-tokens",
  aliases: ["textual-inversion"],
  savesModules: false,
  options: {
    tokens: {
      kind: "integer",
      default: 1,
      min: 1,
      aliases: ["num_tokens", "num_virtual_tokens", "length", "n", "num_vectors_per_token"],
    },
    token_indices: { kind: "indices", default: null },
    target_modules: { kind: "names", default: null },
  },
  withoutEffect: { init_weights: { kind: "switch", default: true } },
  count: ({ parts }, { tokens, token_indices, target_modules }) => {
    const places = Object.values(token_indices ?? {}).reduce((sum, each) => sum + each.length, 0);
    const tables = (target_modules ?? [""]).map((name) => tableOf(parts, name));
    return allNew(tables.reduce((sum, table) => sum + (places || tokens) * widthOf(table), 0));
  },
});
