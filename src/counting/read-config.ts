import type { Architecture } from "./architecture";
import { ConfigFields } from "./config-fields";
import { CountingError } from "./counting-error";
import { families } from "./families/index";
import { nearest } from "./nearest";
import { type Note, note } from "./notes";

type Config = Readonly<Record<string, unknown>>;

/** Names of the same kind in configs of former versions, and of models whose text part is another's. */
const otherNames: Readonly<Record<string, string>> = {
  RefinedWeb: "falcon",
  RefinedWebModel: "falcon",
  gemma3: "gemma3_text",
  "xlm-roberta-xl": "xlm-roberta",
};

/**
 * The model that a config.json describes, under the name that it gives itself or `id`. Of a model that reads pictures
 * as well, only the language model in `text_config` is counted. Throws CountingError of kind "config" that says what
 * to do where the text is no JSON, the kind of model is unknown, or a size is missing or impossible.
 */
export function readConfig(text: string, id?: string): Architecture {
  const config = parse(text);
  const name = typeof config._name_or_path === "string" ? config._name_or_path : "";
  return architectureOf(config, id ?? (name.slice(name.lastIndexOf("/") + 1) || "config.json"));
}

/** The same for a config in hand. */
export function architectureOf(config: Config, id: string): Architecture {
  const text = config.text_config;
  if (isRecord(text) && "hidden_size" in text) {
    const family = String(text.model_type ?? config.model_type);
    const shape = shapeOf(text, family);
    const { model_type } = config;
    return { id, ...shape, note: textOnly(config), config: { model_type, text_config: shape.config } };
  }
  return { id, ...shapeOf(config, familyOf(config)) };
}

const textOnly = (config: Config): Note => note("textOnly", { type: String(config.model_type) });

function shapeOf(config: Config, asked: string) {
  const name = otherNames[asked] ?? asked;
  const family = Object.hasOwn(families, name) ? families[name] : undefined;
  if (!family) {
    const known = Object.keys(families);
    throw new CountingError(
      "config",
      `models of type "${asked}" cannot be counted`,
      known,
      nearest(asked, known),
      { problem: "unknown-type", field: asked },
    );
  }
  const fields = new ConfigFields(config, name);
  const shape = family(fields);
  // Read only now: until then the family asks for fields.
  return { ...shape, config: fields.used };
}

function familyOf(config: Config): string {
  const { model_type } = config;
  if (typeof model_type === "string" && model_type !== "") return model_type;
  if ("peft_type" in config) {
    throw new CountingError(
      "config",
      "this is the config of an adapter, not of a model",
      ["config.json of the model named in its base_model_name_or_path"],
      [],
      { problem: "adapter" },
    );
  }
  throw new CountingError(
    "config",
    'the config has no "model_type"',
    ["the whole config.json of the model"],
    [],
    { problem: "no-type" },
  );
}

/** What Python writes for numbers that JSON has not. */
const pythonNumbers = /(?<=[:[,]\s*)-?(?:Infinity|NaN)(?=\s*[,\]}])/g;

function parse(text: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, "").replaceAll(pythonNumbers, "null"));
  } catch {
    throw new CountingError(
      "config",
      "this is no JSON",
      ['the text of a config.json, from "{" to "}", as it is on the model\'s page on the Hugging Face hub'],
      [],
      { problem: "no-json" },
    );
  }
  if (isRecord(value)) return value;
  throw new CountingError(
    "config",
    "this JSON is no config",
    ['an object with "model_type" and the sizes of the model'],
    [],
    { problem: "no-object" },
  );
}

function isRecord(value: unknown): value is Config {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
