import type { Architecture } from "../../counting/architecture";
import { findArchitecture } from "../../counting/architectures";
import { precisions } from "../../counting/memory";
import type { RawOption } from "../../counting/option-kinds";
import type { RawOptions } from "../../counting/options";
import { readConfig } from "../../counting/read-config";
import { architectureOf, countOrNull, isCountable, type Selection, takesClassifier } from "./counted-method";
import { type OfferedOption, offered } from "./offered";

/** The page as it opens without a query. */
export const usual: Selection = {
  model: "Llama-3.2-3B",
  own: null,
  methods: ["full", "prefix-tuning", "p-tuning", "lora"],
  options: {},
  labels: null,
  precision: "mixed",
};

export const mostClasses = 1000;

/** Longer than any link written here. */
const longest = 20_000;

/** Reads the query of a link from anyone; what it does not know is left as usual. */
export function readSelection(query: string): Selection {
  const fields = new URLSearchParams(query.slice(0, longest));
  const own = readOwn(fields.get("config"), fields.get("model"));
  const labels = Number(fields.get("labels") ?? "");
  const precision = fields.get("precision");
  const asked = fields.get("methods")?.split(",") ?? [];
  const methods = Object.keys(offered).filter((id) => asked.includes(id));
  const selection: Selection = {
    model: findArchitecture(fields.get("model") ?? "")?.id ?? usual.model,
    own,
    methods: methods.length > 0 ? methods : usual.methods,
    options: {},
    labels: Number.isInteger(labels) && labels > 0 && labels <= mostClasses ? labels : null,
    precision: precisions.find((each) => each === precision) ?? usual.precision,
  };
  return fitting({ ...selection, options: readOptions(fields, architectureOf(selection)) });
}

/** The query of a selection: "model=gpt2&methods=full,lora&lora.r=4"; empty where all is as usual. */
export function writeSelection({ model, own, methods, options, labels, precision }: Selection): string {
  const fields: (readonly [string, RawOption])[] = [];
  if (own || model !== usual.model) fields.push(["model", own?.id ?? model]);
  if (own) fields.push(["config", JSON.stringify(own.config)]);
  if (methods.join() !== usual.methods.join()) fields.push(["methods", methods.join()]);
  if (labels !== null) fields.push(["labels", labels]);
  if (precision !== usual.precision) fields.push(["precision", precision]);
  for (const [method, values] of Object.entries(options)) {
    for (const [name, value] of Object.entries(values)) fields.push([`${method}.${name}`, value]);
  }
  return fields.map(([name, value]) => `${encode(name)}=${encode(String(value))}`).join("&");
}

/** Without what the model cannot have. */
export function fitting(selection: Selection): Selection {
  const architecture = architectureOf(selection);
  const methods = selection.methods.filter((id) => isCountable(architecture, id));
  return {
    ...selection,
    methods: methods.length > 0 ? methods : ["full"],
    labels: takesClassifier(architecture) ? selection.labels : null,
  };
}

/** Commas and colons need no escape in a hash, and are read more easily. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");
}

function readOwn(config: string | null, name: string | null): Architecture | null {
  if (config === null) return null;
  try {
    return readConfig(config, name ?? undefined);
  } catch {
    return null;
  }
}

/** The options of the link by method, without those that cannot be counted. */
function readOptions(fields: URLSearchParams, architecture: Architecture): Selection["options"] {
  const given = Object.entries(offered).map(([method, options]): [string, RawOptions] => {
    const values = [...fields]
      .filter(([name]) => name.startsWith(`${method}.`))
      .map(([name, text]): [string, RawOption | undefined] => {
        const own = name.slice(method.length + 1);
        return [
          own,
          readValue(
            options.find((option) => option.name === own),
            text,
          ),
        ];
      });
    return [
      method,
      Object.fromEntries(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    ];
  });
  return Object.fromEntries(
    given.filter(
      ([method, values]) =>
        Object.keys(values).length > 0 && countOrNull(architecture, method, values) !== null,
    ),
  );
}

/** A value as the controls of the page set it; undefined where they could not. */
function readValue(option: OfferedOption | undefined, text: string): RawOption | undefined {
  if (option?.kind === "integer") {
    const number = Number(text);
    return Number.isInteger(number) && number >= 1 && number <= option.max ? number : undefined;
  }
  if (option?.kind === "switch") return text === "true" ? true : undefined;
  return option?.choices.find(({ value }) => String(value) === text)?.value ?? text;
}
