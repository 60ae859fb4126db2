import { type ConfigProblem, CountingError } from "./counting-error";

/** Largest size that a config may name; beyond it products of sizes are no longer exact. */
const most = 2 ** 24;
/** More layers or experts than any model has would only keep the reader waiting. */
const mostModules = 4096;

/** The fields of a config.json of HF transformers, read with checks. Every error is a CountingError of kind "config". */
export class ConfigFields {
  private readonly asked = new Set<string>();

  constructor(
    private readonly record: Readonly<Record<string, unknown>>,
    readonly family: string,
  ) {}

  /** The fields of the config that were looked for: all that shapes the model. */
  get used(): Readonly<Record<string, unknown>> {
    const entries = Object.entries(this.record).filter(
      ([name, value]) => this.asked.has(name) && value !== null,
    );
    return { model_type: this.family, ...Object.fromEntries(entries) };
  }

  /** A whole number above 0, by the first of its names that the config has. */
  whole(name: string | readonly string[], fallback?: number): number {
    const names = typeof name === "string" ? [name] : name;
    const found = this.first(names);
    if (found === undefined) {
      if (fallback !== undefined) return fallback;
      throw new CountingError(
        "config",
        `the config of a ${this.family} model needs "${names[0]}"`,
        ["the whole config.json of the model"],
        [],
        { problem: "missing", field: names[0]! },
      );
    }
    return this.checked(found[0], found[1], 1);
  }

  /** The same, but 0 is allowed: no such table, no such experts. */
  count(name: string, fallback: number): number {
    const found = this.first([name]);
    return found === undefined ? fallback : this.checked(name, found[1], 0);
  }

  /** A number above 0 that need not be whole. */
  ratio(name: string, fallback: number): number {
    const value = this.first([name])?.[1] ?? fallback;
    if (typeof value !== "number" || !(value > 0 && value <= most))
      throw impossible(name, value, "number", { least: 0, most });
    return value;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.first([name])?.[1] ?? fallback;
    if (typeof value !== "boolean") throw impossible(name, value, "flag");
    return value;
  }

  text(name: string, fallback: string): string {
    const value = this.first([name])?.[1] ?? fallback;
    if (typeof value !== "string") throw impossible(name, value, "text");
    return value;
  }

  /** The entries of a list of texts or numbers; empty where the config has none. */
  list(name: string): readonly (string | number)[] {
    const value = this.first([name])?.[1] ?? [];
    const entries = typeof value === "string" ? value.split("|") : value;
    const isEntry = (each: unknown): each is string | number => ["string", "number"].includes(typeof each);
    if (!Array.isArray(entries) || !entries.every(isEntry)) throw impossible(name, value, "list");
    return entries;
  }

  /** Whether a size is left to the model: absent, null, or −1. */
  isUnset(name: string): boolean {
    const found = this.first([name]);
    return found === undefined || found[1] === -1;
  }

  private first(names: readonly string[]): readonly [string, unknown] | undefined {
    for (const each of names) this.asked.add(each);
    const name = names.find((each) => this.record[each] !== undefined && this.record[each] !== null);
    return name === undefined ? undefined : [name, this.record[name]];
  }

  private checked(name: string, value: unknown, least: number): number {
    const limits = { least, most: /layer|expert|depth/i.test(name) ? mostModules : most };
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > limits.most)
      throw impossible(name, value, "whole", limits);
    return value;
  }
}

type Expected = NonNullable<ConfigProblem["expected"]>;

const words: Readonly<Record<Expected, string>> = {
  whole: "a whole number",
  number: "a number",
  flag: "true or false",
  text: "a text",
  list: "a list",
};

function impossible(
  field: string,
  wrong: unknown,
  expected: Expected,
  limits?: { readonly least: number; readonly most: number },
): CountingError {
  const value = JSON.stringify(wrong);
  const known = limits ? `${words[expected]} from ${limits.least} to ${limits.most}` : words[expected];
  const problem: ConfigProblem = { problem: "impossible", field, value, expected, ...limits };
  return new CountingError("config", `"${field}" in the config cannot be ${value}`, [known], [], problem);
}
