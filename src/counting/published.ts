import { type CountReport, count } from "./count";
import type { RawOptions } from "./options";

/** A call of `count`. */
export interface Counted {
  readonly model: string;
  readonly method: string;
  readonly options: RawOptions;
}

/** A count that somebody published, and what to count for it. */
export interface PublishedCount extends Counted {
  readonly id: string;
  /** Which of our numbers it is; trainable, all and percent are those of HF PEFT. */
  readonly field: "total" | "trained" | "kept" | "share" | "trainable" | "all" | "percent";
  /** 786432, or as it was printed: "0.8M", "0.427%". */
  readonly published: number | string;
  /** exact: to the integer. round, truncated: to the printed digits. approx: about. derived: follows from the source. */
  readonly kind: "exact" | "round" | "truncated" | "approx" | "derived";
  readonly source: string;
  readonly note: string;
  /** Another count on the same model that is taken away first. */
  readonly less?: Omit<Counted, "model"> | undefined;
}

/** A line that a library printed about a model it had prepared. */
export interface PrintedLine extends Counted {
  readonly id: string;
  readonly trainable: number;
  readonly all: number | null;
  /** "adapters" counts the base alone as all parameters, HF PEFT what it added as well. */
  readonly library: "peft" | "adapters";
  readonly source: string;
  readonly note: string;
}

/** A published number that does not follow from the model and method it names. */
export interface WrongCount extends Omit<PublishedCount, "kind" | "note" | "less"> {
  /** Why, as a key of the words of the page. */
  readonly reason: (typeof wrongReasons)[number];
  /** What it should have been, as we print it. */
  readonly correct: number | string;
}

/** Why a published number may be wrong: keys of the words of the page. */
export const wrongReasons = [
  "copied",
  "headTwice",
  "earlyBiases",
  "proseAndCode",
  "packed",
  "neverMerged",
  "paperCode",
  "ownFormula",
  "otherModel",
  "typo",
  "unexplained",
  "edited",
] as const;

/** public/data/published-counts.json */
export interface PublishedCounts {
  readonly note: string;
  readonly counts: readonly PublishedCount[];
  readonly printedLines: readonly PrintedLine[];
  readonly wrong: readonly WrongCount[];
}

/** Our number for a published count: parameters, or a share of 1. */
export function ourNumber({
  model,
  method,
  options,
  field,
  less,
}: Pick<PublishedCount, "model" | "method" | "options" | "field" | "less">): number {
  const value = fieldOf(count(model, method, options), field);
  return less ? value - fieldOf(count(model, less.method, less.options), field) : value;
}

function fieldOf(report: CountReport, field: PublishedCount["field"]): number {
  switch (field) {
    case "trainable":
    case "all":
      return report.peft[field];
    case "percent":
      return report.peft.percent / 100;
    default:
      return report[field];
  }
}

/** Our two numbers for a printed line. */
export function ourLine({ model, method, options, library }: PrintedLine): {
  readonly trainable: number;
  readonly all: number;
} {
  const { peft } = count(model, method, options);
  return { trainable: peft.trainable, all: library === "peft" ? peft.all : peft.base };
}

const units: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, "%": 0.01 };

/** Whether our number prints as the published one does: to the integer, or rounded or cut to its digits. */
export function agrees(ours: number, published: number | string, kind: PublishedCount["kind"]): boolean {
  if (typeof published === "number") return ours === published;
  const [, digits, unit] = /^~?([\d.]+)([KMB%])$/.exec(published) ?? [];
  if (digits === undefined || unit === undefined) return false;
  const places = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const scaled = ours / units[unit]!;
  if (kind === "approx") return Math.abs(scaled - Number(digits)) <= 0.05 * Number(digits);
  if (kind === "truncated")
    return Math.floor(scaled * 10 ** places) === Math.round(Number(digits) * 10 ** places);
  return scaled.toFixed(places) === digits;
}
