import { findArchitecture } from "../../counting/architectures";
import { type CountReport, count, requireMethod } from "../../counting/count";
import type { RawOptions } from "../../counting/options";
import { agrees, type PublishedCount, type PublishedCounts } from "../../counting/published";

/** What is chosen on the page. */
export interface Selection {
  readonly model: string;
  /** Ids of methods, in the order of the list. */
  readonly methods: readonly string[];
  /** Options that were changed, by method. */
  readonly options: Readonly<Record<string, RawOptions>>;
  /** Classes of a fresh classifier; null: the model as it is. */
  readonly labels: number | null;
}

/** Everything a count of the selection asks for. */
export function optionsOf({ options, labels }: Selection, method: string): RawOptions {
  return { ...options[method], ...(labels === null ? {} : { num_labels: labels }) };
}

/** The chosen methods, counted. */
export function countSelection(selection: Selection): readonly CountReport[] {
  return selection.methods.map((id) => count(selection.model, id, optionsOf(selection, id)));
}

/** Whether a classifier can be put on the model. */
export function takesClassifier(model: string): boolean {
  const architecture = findArchitecture(model);
  return (
    architecture !== undefined &&
    (architecture.load("SEQ_CLS", 2) ?? architecture.load("IMAGE_CLS", 2)) !== null
  );
}

/** Whether the method can be counted on the model at all. */
export function isCountable(model: string, method: string): boolean {
  return !requireMethod(method).needsHead || takesClassifier(model);
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
