import { didYouMean, type Note, note } from "../notes";
import type { Part } from "../part";
import { isKept, namesSavedFirst, savedModules, savedNames } from "../saved-modules";
import { findTargets, isNamed, meantBy } from "../targets";
import type { TaskModel } from "../task-model";

/** Matrices that a method is put on, and what is to be said about the choice. */
export interface Chosen {
  readonly matrices: readonly Part[];
  readonly notes: readonly (Note | undefined)[];
}

/** The modules that the user named. */
export interface TargetNames {
  readonly target_modules: readonly string[] | null;
  readonly exclude_modules?: readonly string[] | null;
}

/**
 * The matrices that the options name, or else the defaults of the family: those of them that the model has. What
 * `modules_to_save` trains as a whole is left out, and so is a fresh head that trains anyway.
 */
export function chooseMatrices(
  model: TaskModel,
  { target_modules, exclude_modules = null }: TargetNames,
  defaults: Defaults,
  elsewhere: readonly string[] = [],
): Chosen {
  const { architecture, parts, layers } = model;
  const usual = defaults(architecture.family);
  const inModel = usual?.filter((name) => parts.some((part) => isNamed(part, name))) ?? [];
  const asked = target_modules?.filter((name) => !elsewhere.includes(name));
  if (asked?.length === 0) return { matrices: [], notes: [] };
  const names = asked ?? (inModel.length > 0 ? inModel : (usual ?? ["query", "value"]));
  const keeps = namesSavedFirst(model);
  const isFree = (part: Part): boolean =>
    !isKept(part.path, keeps) && !exclude_modules?.some((name) => isNamed(part, name));
  const isAll = names.length === 1 && names[0]!.toLowerCase() === "all-linear";
  const { matrices, missing, byRole } = findTargets(isAll ? parts.filter(isFree) : parts, names, layers);
  const saved = savedModules(parts, savedNames(model));
  const free = matrices.filter(isFree);
  const both = free.filter(({ path }) => saved.includes(path));
  return {
    matrices: free.filter((part) => !both.includes(part)),
    notes: [
      target_modules === null && usual === null && noDefault(architecture.family),
      target_modules !== null && byRole.length > 0 && roleNote(matrices, byRole),
      ...(target_modules === null ? [] : missing.map((name) => missingNote(parts, name))),
      target_modules !== null && formerNote(free, names),
      both[0] && clashNote(both[0]),
    ].map((each) => each || undefined),
  };
}

/** The modules a family is tuned in when nothing is said; null where HF PEFT asks for them. */
export type Defaults = (family: string) => readonly string[] | null;

const noDefault = (family: string): Note => note("asksForTargets", { family, asks: "target_modules" });

function roleNote(matrices: readonly Part[], names: readonly string[]): Note {
  const ends = new Set(matrices.map(({ path }) => path.slice(path.lastIndexOf(".") + 1)));
  return note("roles", { asked: `"${names.join('", "')}"`, modules: [...ends].join(", ") });
}

/** Tells of names that only HF transformers 4 has. */
function formerNote(matrices: readonly Part[], names: readonly string[]): Note | undefined {
  const former = matrices.find(
    (part) => part.formerPath && !names.some((name) => isNamed({ path: part.path }, name)),
  );
  const isAll = names.length === 1 && names[0]!.toLowerCase() === "all-linear";
  return former && !isAll && names.some((name) => isNamed(former, name))
    ? note("formerNames", { former: former.formerPath ?? "", module: former.path })
    : undefined;
}

function missingNote(parts: readonly Part[], name: string): Note {
  return note("missingTarget", { module: name, meant: didYouMean(meantBy(parts, name)) });
}

/**
 * For tasks on tokens HF PEFT names the head to be saved only after it has tuned what was targeted, and it saves whatever
 * ends like the name, such as DistilBERT's pre_classifier. Where both happen to one module, it stops with an error.
 */
function clashNote({ path }: Part): Note {
  return note("clash", { module: path });
}
