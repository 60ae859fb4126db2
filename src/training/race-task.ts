import { createRandom } from "../lib/random";
import type { Item, LoadedTask } from "../tasks/task";
import { stack } from "./batch";
import type { TaskMaterials } from "./materials";
import type { Supervised } from "./objectives/objective";
import type { RaceSpec } from "./race-spec";

/** The number of held-out items in an evaluation while training; the command line uses all of them. */
const itemsPerEvaluation = { exact: 96, generated: 24 };

/** A task as the lanes of a race use it. */
export class RaceTask {
  readonly task: LoadedTask;
  /** Held-out items, in the order in which evaluations take them. */
  readonly heldOut: readonly Item[];
  /** How many of them an evaluation takes while training. */
  readonly usual: number;

  constructor(
    readonly materials: TaskMaterials,
    private readonly spec: Pick<RaceSpec, "seed" | "batch">,
  ) {
    const { task, taskInfo } = materials;
    this.task = task;
    this.heldOut = createRandom("held-out").shuffle(task.items("heldOut"));
    this.usual = taskInfo.exact ? itemsPerEvaluation.exact : itemsPerEvaluation.generated;
  }

  /** The labelled examples of the step after so many: they come from the seed and the step. */
  draw(taken: number): Supervised {
    const { seed, batch } = this.spec;
    const random = createRandom(seed).fork("batch").fork(taken);
    const examples = Array.from({ length: batch }, () => this.task.encode(this.task.draw("train", random)));
    return { examples, batch: stack(examples) };
  }
}

/** The tasks of a race: lanes with the same task share one. */
export class RaceTasks {
  private readonly known = new Map<TaskMaterials, RaceTask>();

  constructor(private readonly spec: Pick<RaceSpec, "seed" | "batch">) {}

  of(materials: TaskMaterials): RaceTask {
    const known = this.known.get(materials) ?? new RaceTask(materials, this.spec);
    this.known.set(materials, known);
    return known;
  }
}
