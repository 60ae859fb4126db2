/** What may be wrong with a question. */
export type CountingProblem = "model" | "method" | "option" | "value" | "target" | "task" | "config";

/** More names than one reads through. */
const longList = 100;

/** What is wrong with a config.json, for a page to say in its own words. */
export interface ConfigProblem {
  readonly problem:
    | "no-json"
    | "no-object"
    | "no-type"
    | "adapter"
    | "unknown-type"
    | "missing"
    | "impossible";
  /** The field that is missing or impossible, or the unknown type. */
  readonly field?: string;
  /** The impossible value, as JSON. */
  readonly value?: string;
  /** What it should be; a whole number within limits. */
  readonly expected?: "whole" | "number" | "flag" | "text" | "list";
  readonly least?: number;
  readonly most?: number;
}

/** Something asked for that there is not; `known` lists what there is, and `near` those of them that were perhaps meant. */
export class CountingError extends Error {
  override name = "CountingError";
  constructor(
    readonly kind: CountingProblem,
    readonly asked: string,
    readonly known: readonly string[],
    readonly near: readonly string[] = [],
    readonly config: ConfigProblem | null = null,
  ) {
    const meant = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
    // A list of all models would drown the few that are near.
    const all = near.length > 0 && known.length > longList ? "--help lists them all" : known.join(", ");
    super(`${sentences[kind](asked)}.${meant} ${lists[kind]} ${all}`);
  }
}

const sentences: Readonly<Record<CountingProblem, (asked: string) => string>> = {
  model: (asked) => `there is no model "${asked}" here`,
  method: (asked) => `there is no method "${asked}" here`,
  option: (asked) => `there is no option "${asked}" here`,
  value: (asked) => asked,
  target: (asked) => `the model has no module "${asked}"`,
  task: (asked) => `the model has no head for ${asked}`,
  config: (asked) => asked,
};

const lists: Readonly<Record<CountingProblem, string>> = {
  model: "Any model can be counted by its config.json. Known by name:",
  method: "Methods:",
  option: "Options:",
  value: "Possible:",
  target: "Modules of its blocks:",
  task: "Tasks:",
  config: "Expected:",
};
