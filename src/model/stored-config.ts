import { type Head, type Layout, type ModelConfig, tokensHead } from "./config";

/** The shape of a model as it is written in files: cards of checkpoints, fixtures, `npm run reference`. 0 classes: a head for tokens. */
export type StoredConfig = Layout & Omit<ModelConfig, keyof Layout | "head"> & { readonly classes?: number };

/** The shape that a file describes. */
export function configOf({ classes = 0, ...shape }: StoredConfig): ModelConfig {
  const head: Head = classes > 0 ? { kind: "classes", k: classes, pool: "first" } : tokensHead;
  return { ...shape, head };
}
