import { type BodyCount, type CommonParts, type CountingMethod, countingMethod } from "../method";
import { type Note, note } from "../notes";
import type { CountingOptions, CountingValues } from "../options";
import { biasesOf, type Part } from "../part";
import { isPattern } from "../pattern";
import { peftDefaults } from "../peft-defaults";
import { partsOf, savedModules, savedNames } from "../saved-modules";
import type { TaskModel } from "../task-model";
import { onMatrices } from "../without-effect";
import { chooseMatrices, type Defaults } from "./choose-matrices";

/** Kinds of layers that a method may be put on: GPT-2's Conv1D is a linear layer that not every method knows. */
export type LayerKind = "linear" | "Conv1D" | "embedding" | "convolution";

/** What methods call the biases of the matrices they are put on. */
const onlyChosen = [
  ...["lora", "vera", "pvera", "vblora", "tinylora", "unilora", "randlora", "gralora", "glora", "delora"],
  ...["oft", "boft", "hra", "c3a", "miss", "fourierft", "waveft", "frod", "deft"],
].map((name) => `${name}_only`);

/** Option specs of every method that is put on chosen matrices. */
const targetOptions = {
  target_modules: { kind: "names", default: null, aliases: ["targets", "target", "modules", "within"] },
  exclude_modules: { kind: "names", default: null },
  /** Biases of the base that train along: none, all, or those of the chosen matrices ("lora_only", "vera_only", …). */
  bias: {
    kind: "choice",
    default: "none",
    choices: ["none", "all", ...onlyChosen],
  },
} as const satisfies CountingOptions;

type TargetValues = CountingValues<typeof targetOptions>;

/** Biases of the base that `bias` trains along; a head that trains as a whole has its own. */
function biasesAlong(bias: TargetValues["bias"], model: TaskModel, chosen: readonly Part[]) {
  const saved = partsOf(model.parts, savedModules(model.parts, savedNames(model)));
  const parts =
    bias === "all" ? model.parts.filter((part) => !saved.includes(part)) : bias === "none" ? [] : chosen;
  return parts.reduce((sum, part) => sum + biasesOf(part), 0);
}

/** Methods whose config refuses layers_to_transform beside one text; the others pass over it. */
const refusesLayers = new Set([
  ...["lora", "dora", "lora-fa", "adalora", "hira", "delora", "miss", "unilora"],
  ...["fourierft", "waveft", "c3a", "hra", "psoft", "deft"],
]);

/** HF PEFT takes layers_to_transform with a list of names only. */
function layersNote(id: string, { layers }: TaskModel, { target_modules }: TargetValues): Note | undefined {
  const [only, ...others] = target_modules ?? [];
  const isText = only !== undefined && others.length === 0 && (only === "all-linear" || isPattern(only));
  if (layers === null || !isText) return undefined;
  return note(refusesLayers.has(id) ? "layersRefused" : "layersIgnored");
}

/** What HF PEFT would say to the layers chosen. */
function refusal(id: string, on: readonly LayerKind[], chosen: readonly Part[]): Note | undefined {
  const kindOf = (part: Part): LayerKind => {
    if (part.kind === "table") return "embedding";
    if (part.kind === "convolution") return "convolution";
    return part.isConv1D ? "Conv1D" : "linear";
  };
  const refused = chosen.find((part) => !on.includes(kindOf(part)));
  return refused && note("refusedKind", { method: id, module: refused.path, kind: kindOf(refused) });
}

/** A method that adds `each(matrix)` parameters to each chosen matrix, and perhaps some once for all. */
export function matrixMethod<const S extends CountingOptions>(
  method: CommonParts & {
    readonly options: S;
    readonly defaults?: Defaults;
    /** Default: linear layers only. */
    readonly on?: readonly LayerKind[];
    /** Names of targets that `finish` counts, so that no matrix need have them. */
    elsewhere?(model: TaskModel, options: CountingValues<S> & TargetValues): readonly string[];
    each(matrix: Part, options: CountingValues<S>): number;
    /** More than what each matrix trains: shared parts, frozen values, what falls away. */
    finish?(
      trained: number,
      chosen: readonly Part[],
      options: CountingValues<S> & TargetValues,
      model: TaskModel,
    ): BodyCount;
  },
): CountingMethod {
  const {
    id,
    defaults = peftDefaults.lora,
    on = ["linear"],
    each,
    elsewhere,
    finish,
    withoutEffect,
    ...common
  } = method;
  const isInPeft = (method.library ?? "peft") === "peft";
  return countingMethod({
    ...common,
    id,
    options: { ...targetOptions, ...method.options },
    withoutEffect: { ...onMatrices, ...withoutEffect },
    count: (model, given) => {
      // The options were read by these specs and the method's own.
      const options = given as CountingValues<S> & TargetValues;
      const ofLayers = isInPeft ? layersNote(id, model, options) : undefined;
      const { matrices, notes } = chooseMatrices(
        ofLayers?.id === "layersIgnored" ? { ...model, layers: null } : model,
        options,
        defaults,
        elsewhere?.(model, options),
      );
      const sum = matrices.reduce((total, matrix) => total + each(matrix, options), 0);
      const count = finish ? finish(sum, matrices, options, model) : { trained: sum, added: sum };
      const biases = biasesAlong(options.bias, model, matrices);
      return {
        ...count,
        trained: count.trained + biases,
        kept: (count.kept ?? count.trained) + biases,
        // What HF PEFT would say is nothing to methods of others.
        notes: [...(count.notes ?? []), ...(isInPeft ? [...notes, refusal(id, on, matrices), ofLayers] : [])],
      };
    },
  });
}
