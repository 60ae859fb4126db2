import { type AnyOptions, parseOptions } from "../../lib/options";
import { type Head, headFor, type ModelConfig } from "../../model/config";
import type { LoadedTask } from "../../tasks/task";
import { ObjectiveMisfitError } from "../objective-misfit";
import type { ObjectiveSpec } from "../race-spec";
import { objectives } from "./index";
import type { ObjectiveKind } from "./objective";

/** An objective with valid options, for a base and a task that it can train. */
export interface ChosenObjective {
  readonly kind: ObjectiveKind;
  readonly options: AnyOptions;
  /** The head of the model. */
  readonly head: Head;
  /** Whether that is the head that the task itself asks for. */
  readonly answersTask: boolean;
}

/**
 * Reads which objective a lane has. Throws OptionError for an option out of range, ObjectiveMisfitError for a misfit.
 */
export function chooseObjective(
  { id, options: given }: ObjectiveSpec = { id: "cross-entropy", options: {} },
  config: ModelConfig,
  task: LoadedTask,
): ChosenObjective {
  const kind: ObjectiveKind = objectives[id];
  const options = parseOptions(kind.options, given);
  const misfit = kind.misfit(config, task);
  if (misfit !== null) throw new ObjectiveMisfitError(id, misfit);
  const own = kind.head?.(options);
  return { kind, options, head: own ?? headFor(task.classes), answersTask: own === undefined };
}
