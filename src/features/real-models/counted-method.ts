import type { Architecture } from "../../counting/architecture";
import {
  type CountReport,
  count,
  countArchitecture,
  requireArchitecture,
  requireMethod,
} from "../../counting/count";
import { CountingError } from "../../counting/counting-error";
import type { Precision } from "../../counting/memory";
import type { RawOptions } from "../../counting/options";
import { agrees, type PublishedCount, type PublishedCounts } from "../../counting/published";

/** What is chosen on the page; all of it is in its address. */
export interface Selection {
  /** The id of a model known by name. */
  readonly model: string;
  /** Counted in its place: the user's own, by its config.json. */
  readonly own: Architecture | null;
  /** Ids of methods, in the order of the list. */
  readonly methods: readonly string[];
  /** Options that were changed, by method. */
  readonly options: Readonly<Record<string, RawOptions>>;
  /** Classes of a fresh classifier; null: the model as it is. */
  readonly labels: number | null;
  readonly precision: Precision;
}

/** The model that is counted. */
export function architectureOf({ model, own }: Selection): Architecture {
  return own ?? requireArchitecture(model);
}

/** Everything a count of the selection asks for. */
export function optionsOf({ options, labels }: Selection, method: string): RawOptions {
  return { ...options[method], ...(labels === null ? {} : { num_labels: labels }) };
}

/** The chosen methods, counted, and those that cannot be on this model. */
export interface SelectionCount {
  readonly reports: readonly CountReport[];
  readonly failed: readonly string[];
}

export function countSelection(selection: Selection): SelectionCount {
  const architecture = architectureOf(selection);
  const tried = selection.methods.map((id) => ({
    id,
    report: countOrNull(architecture, id, optionsOf(selection, id)),
  }));
  return {
    reports: tried.flatMap(({ report }) => report ?? []),
    failed: tried.filter(({ report }) => report === null).map(({ id }) => id),
  };
}

/** Null where the shape of the model, or an option, is nothing for the method. */
export function countOrNull(
  architecture: Architecture,
  method: string,
  options: RawOptions,
): CountReport | null {
  try {
    return countArchitecture(architecture, method, options);
  } catch (error) {
    if (error instanceof CountingError) return null;
    throw error;
  }
}

/** Whether a classifier can be put on the model. */
export function takesClassifier(architecture: Architecture): boolean {
  return (architecture.load("SEQ_CLS", 2) ?? architecture.load("IMAGE_CLS", 2)) !== null;
}

/** Whether the method can be counted on the model at all. */
export function isCountable(architecture: Architecture, method: string): boolean {
  return !requireMethod(method).needsHead || takesClassifier(architecture);
}

/** A figure that somebody published for the same method and model. */
export interface Figure {
  readonly published: number | string;
  readonly source: string;
}

/** Figures about what is trained that were published for just this count. */
export function figuresFor(
  report: CountReport,
  { counts, printedLines }: PublishedCounts,
): readonly Figure[] {
  const isSame = ({
    model,
    method,
    options,
  }: Pick<PublishedCount, "model" | "method" | "options">): boolean => {
    if (model !== report.model || method !== report.method) return false;
    const other = count(model, method, options);
    return other.trained === report.trained && other.total === report.total;
  };
  const fieldsOfTrained = ["trained", "trainable", ...(report.method === "full" ? ["total"] : [])];
  const fromCounts = counts
    .filter(({ field, less }) => (fieldsOfTrained.includes(field) || field === "share") && !less)
    .filter(isSame)
    .filter(({ field, kind, published }) =>
      agrees(field === "share" ? report.share : report.trained, published, kind),
    )
    .map(({ published, source }) => ({ published, source }));
  const fromLines = printedLines
    .filter(isSame)
    .filter(({ trainable }) => trainable === report.trained)
    .map(({ trainable, source }) => ({ published: trainable, source }));
  const all = [...fromCounts, ...fromLines];
  // What a paper counts and a program prints may come from one place.
  return all.filter(
    ({ published, source }, i) =>
      i === all.findIndex((other) => other.published === published && other.source === source),
  );
}
