import type { Architecture } from "./architecture";
import { models } from "./models/index";
import type { PublishedModel } from "./models/published-model";
import { nearest } from "./nearest";
import { architectureOf } from "./read-config";

const built = new Map<string, Architecture>();

/** The model of this name: the owner, capitals and endings that change no shape ("-Instruct") do not matter. */
export function findArchitecture(name: string): Architecture | undefined {
  const model = findModel(name);
  if (!model) return undefined;
  const found = built.get(model.id) ?? architectureOf(model.config, model.id);
  built.set(model.id, found);
  return found;
}

/** Names that are near to one that no model has. */
export function nearestModels(name: string): readonly string[] {
  const names = models.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  const plain = plainName(name);
  const beginning = names.filter((each) => plain.length > 2 && plainName(each).startsWith(plain));
  return [...new Set([...nearest(plain, names), ...beginning])].slice(0, 4);
}

function findModel(name: string): PublishedModel | undefined {
  const wanted = plainName(name);
  return models.find(({ id, aliases = [] }) => [id, ...aliases].some((each) => plainName(each) === wanted));
}

/** Words of a name that say what a model was trained for, not what it is. */
const uses = /-(?:hf|instruct|chat|it|pt|base|thinking|bnb|4bit|8bit|gptq|awq|unsloth|\d{4}|latest)(?=-|$)/g;

/**
 * The name without owner and use: "mistralai/Mistral-7B-Instruct-v0.2" is "mistral-7b-v0.2". Where "base" is a size, as
 * in "bert-base-cased", it stays.
 */
function plainName(name: string): string {
  const lower = name
    .slice(name.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/-(?:finetuned|whole-word-masking).*$/, "")
    .replaceAll("_", "-")
    .replaceAll(/\s+/g, "-");
  const hasSize = /\d(?:\.\d+)?[bm](?=-|$)/.test(lower);
  return hasSize ? lower.replaceAll(uses, "") : lower.replace(/-(?:hf|instruct|chat|it)(?:-hf)?$/, "");
}
