import { type BodyCount, type CountingMethod, countingMethod } from "../method";
import type { CountingOptions, CountingValues } from "../options";
import { biasesOf, type Part } from "../part";
import { peftDefaults } from "../peft-defaults";
import { findTargets, isNamed } from "../targets";
import type { TaskModel } from "../task-model";
import { onMatrices } from "../without-effect";

/** Option specs of every method that is put on chosen matrices. */
const targetOptions = {
  target_modules: { kind: "names", default: null, aliases: ["targets", "target", "modules", "within"] },
  exclude_modules: { kind: "names", default: null },
  /** Biases of the base that train along: none, all, or those of the chosen matrices ("lora_only", "vera_only", …). */
  bias: {
    kind: "choice",
    default: "none",
    choices: ["none", "all", "lora_only", "vera_only", "vblora_only", "oft_only", "boft_only", "c3a_only"],
  },
} as const satisfies CountingOptions;

type Bias = CountingValues<typeof targetOptions>["bias"];

/** The matrices that the options name, or else the defaults of the family: those of them that the model has. */
function chosenMatrices(
  { architecture, body, layers }: TaskModel,
  { target_modules, exclude_modules }: CountingValues<typeof targetOptions>,
  defaults: (family: string) => readonly string[],
): Part[] {
  const usual = defaults(architecture.family);
  const inModel = usual.filter((name) => body.some(({ path }) => isNamed(path, name)));
  const names = target_modules ?? (inModel.length > 0 ? inModel : usual);
  const isExcluded = ({ path }: Part): boolean =>
    exclude_modules?.some((name) => isNamed(path, name)) ?? false;
  return findTargets(body, names, layers).filter((part) => !isExcluded(part));
}

/** Biases of the base that `bias` trains along. */
function biasesAlong(bias: Bias, model: TaskModel, chosen: readonly Part[]) {
  const parts = bias === "all" ? model.body : bias === "none" ? [] : chosen;
  return parts.reduce((sum, part) => sum + biasesOf(part), 0);
}

/** A method that adds `each(matrix)` parameters to each chosen matrix, and perhaps some once for all. */
export function matrixMethod<const S extends CountingOptions>(method: {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly options: S;
  readonly withoutEffect?: CountingOptions;
  readonly defaults?: (family: string) => readonly string[];
  each(matrix: Part, options: CountingValues<S>): number;
  /** More than what each matrix trains: shared parts, frozen numbers, what falls away. */
  finish?(trained: number, chosen: readonly Part[], options: CountingValues<S>): BodyCount;
}): CountingMethod {
  const { id, aliases = [], defaults = peftDefaults.lora, each, finish } = method;
  return countingMethod({
    id,
    aliases,
    options: { ...targetOptions, ...method.options },
    withoutEffect: { ...onMatrices, ...method.withoutEffect },
    count: (model, given) => {
      const options = given as unknown as CountingValues<S> & CountingValues<typeof targetOptions>;
      const chosen = chosenMatrices(model, options, defaults);
      const sum = chosen.reduce((total, matrix) => total + each(matrix, options), 0);
      const count = finish ? finish(sum, chosen, options) : { trained: sum, added: sum };
      const biases = biasesAlong(options.bias, model, chosen);
      return { ...count, trained: count.trained + biases, kept: (count.kept ?? count.trained) + biases };
    },
  });
}
