import { CountingError } from "../counting-error";
import { countingMethod } from "../method";
import { isInside, modulePaths, outermost } from "../modules";
import { nearest } from "../nearest";
import { note } from "../notes";
import { biasesOf, copiedWeightsOf, type Part } from "../part";
import { peftDefaults } from "../peft-defaults";
import { isKept, namesSavedFirst, partsOf, savedModules, savedNames } from "../saved-modules";
import { isNamed } from "../targets";
import type { TaskModel } from "../task-model";
import { any } from "../without-effect";

/** The norms: scales, and shifts where there are any. HF PEFT trains a copy of each and keeps the old one beside it. */
export const layerNorms = countingMethod({
  id: "layer-norm",
  aliases: ["ln-tuning", "lntuning", "layernorm", "ln", "layer-norm-tuning", "norm-tuning"],
  withoutEffect: { init_weights: any },
  options: {
    terms: { kind: "names", default: ["weight", "bias"] },
    /** "all" is every norm, where HF PEFT leaves some out by default. */
    target_modules: { kind: "names", default: null, aliases: ["targets"] },
    exclude_modules: { kind: "names", default: null },
  },
  count: (model, { terms, target_modules, exclude_modules }) => {
    const usual = peftDefaults.norms(model.architecture.family);
    const names = target_modules ?? usual ?? ["all"];
    const excluded = (part: Part): boolean => exclude_modules?.some((name) => isNamed(part, name)) ?? false;
    const saved = partsOf(model.parts, savedModules(model.parts, savedNames(model)));
    const found = chosenParts(model, names).filter((part) => !excluded(part));
    const chosen = found.filter((part) => !saved.includes(part));
    const trained = chosen.reduce(
      (sum, part) =>
        sum +
        (terms.includes("weight") ? copiedWeightsOf(part) : 0) +
        (terms.includes("bias") ? biasesOf(part) : 0),
      0,
    );
    return {
      trained,
      added: trained,
      notes: [
        target_modules === null && usual === null
          ? note("asksForNorms", { family: model.architecture.family })
          : undefined,
        found.length > chosen.length ? note("normClash") : undefined,
      ],
    };
  },
});

/** The parts of the modules that the names mean; any module will do, but "all" is the norms. */
function chosenParts(model: TaskModel, names: readonly string[]): readonly Part[] {
  const { parts, layers } = model;
  const keeps = namesSavedFirst(model);
  const free = parts
    .filter(({ path }) => !isKept(path, keeps))
    .filter(({ layer }) => layers === null || (layer !== undefined && layers.includes(layer)));
  const isOne = names.length === 1 ? names[0]!.toLowerCase() : "";
  if (isOne === "all") return free.filter(({ kind }) => kind === "norm");
  if (isOne === "all-linear") return free.filter(({ kind, isOutput }) => kind === "linear" && !isOutput);
  const paths = modulePaths(free);
  const found = outermost(paths.filter((path) => names.some((name) => isNamed({ path }, name))));
  if (found.length > 0) return free.filter((part) => found.some((module) => isInside(part, module)));
  const norms = free
    .filter(({ kind }) => kind === "norm")
    .map(({ path }) => path.slice(path.lastIndexOf(".") + 1));
  const known = [...new Set(norms)];
  throw new CountingError("target", names[0]!, known, nearest(names[0]!, known));
}
