import * as z from "zod/mini";
import type { RaceSpec } from "../training/race-spec";
import type { ExperimentKind, Needs } from "./kind";
import type { KindId } from "./kind-ids";
import { promptKind } from "./prompt/kind";
import type { PromptSpec } from "./prompt/prompt-spec";
import { raceKind } from "./race/kind";

/** The list of kinds of experiments. */
export const kinds = [raceKind, promptKind] as const satisfies readonly { readonly kind: KindId }[];

/** An experiment as plain data: same spec, same backend, same figures. */
export type ExperimentSpec =
  | ({ readonly kind: "race" } & RaceSpec)
  | ({ readonly kind: "prompt" } & PromptSpec);

/** What must be loaded for an experiment. */
export function needsOf(spec: ExperimentSpec): Needs {
  switch (spec.kind) {
    case "race":
      return raceKind.needs(spec);
    case "prompt":
      return promptKind.needs(spec);
    default:
      return spec satisfies never;
  }
}

/** Any experiment as it is read from a file or from storage. */
export const experimentSchema: z.ZodMiniType<ExperimentSpec> = z.pipe(
  z.transform(upgradeExperiment),
  z.union([tagged(raceKind), tagged(promptKind)]),
);

/** Files from before there were other kinds name none: they are races. */
function upgradeExperiment(json: unknown): unknown {
  return typeof json === "object" && json !== null && !("kind" in json) ? { kind: "race", ...json } : json;
}

function tagged<K extends KindId, Spec extends object>({ kind, schema }: ExperimentKind<K, Spec>) {
  const ours = z.pipe(
    z.looseObject({ kind: z.literal(kind) }),
    z.transform((json): unknown => json),
  );
  return z.pipe(
    z.pipe(ours, schema),
    z.transform((spec: Spec) => ({ kind, ...spec })),
  );
}
