import type { Task } from "./architecture";
import { isInside, modulePaths, outermost } from "./modules";
import { nearest } from "./nearest";
import { didYouMean, type Note, note } from "./notes";
import type { Part } from "./part";
import type { TaskModel } from "./task-model";

/** Heads that HF PEFT trains by itself for a task; it goes by these names, whatever else is fresh. */
export function headNames(task: Task | null): readonly string[] {
  if (task === "SEQ_CLS" || task === "TOKEN_CLS" || task === "IMAGE_CLS") return ["classifier", "score"];
  return task === "QUESTION_ANS" ? ["qa_outputs"] : [];
}

/**
 * All names that HF PEFT saves modules by: the user's, and the heads of the task. It has no task for images: there
 * `modules_to_save` must name the head, and is taken to do so where nothing is said.
 */
export function savedNames({ task, saves }: Pick<TaskModel, "task" | "saves">): readonly string[] {
  return task === "IMAGE_CLS" && saves !== null ? saves : [...(saves ?? []), ...headNames(task)];
}

/** Those names that HF PEFT knows before it tunes what is targeted; for tasks on tokens it names the head only afterwards. */
export function namesSavedFirst(model: Pick<TaskModel, "task" | "saves">): readonly string[] {
  const isLate = model.task === "TOKEN_CLS" || model.task === "QUESTION_ANS";
  return isLate ? (model.saves ?? []) : savedNames(model);
}

/** The modules that HF PEFT trains as a whole, in a copy beside the frozen original: their names may be the mere end of a name. */
export function savedModules(parts: readonly Part[], names: readonly string[]): readonly string[] {
  return outermost(matching(parts, names));
}

/** Modules inside those that fit a name too: HF PEFT copies them once more. */
export function savedInside(parts: readonly Part[], names: readonly string[]): readonly string[] {
  const all = matching(parts, names);
  const outer = outermost(all);
  return all.filter((path) => !outer.includes(path));
}

function matching(parts: readonly Part[], names: readonly string[]): readonly string[] {
  return modulePaths(parts).filter((path) => names.some((name) => path.endsWith(name)));
}

/** The parts in those modules. */
export function partsOf(parts: readonly Part[], modules: readonly string[]): readonly Part[] {
  return parts.filter((part) => modules.some((module) => isInside(part, module)));
}

/** Whether `modules_to_save` keeps a module from being tuned by a method as well: it must be named in full here. */
export function isKept(path: string, names: readonly string[]): boolean {
  return names.some((name) => `.${path}.`.includes(`.${name}.`));
}

/** Tells of names that no module has: HF PEFT passes over them. */
export function missingModules(parts: readonly Part[], names: readonly string[]): readonly Note[] {
  const paths = modulePaths(parts);
  const ends = [...new Set(paths.map((path) => path.slice(path.lastIndexOf(".") + 1)))];
  return names
    .filter((name) => !paths.some((path) => path.endsWith(name)))
    .map((name) => note("missingSaved", { module: name, meant: didYouMean(nearest(name, ends)) }));
}
