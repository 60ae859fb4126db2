import { useMemo } from "react";
import { findBase } from "../bases/index";
import type { Count, Part } from "../methods/method";
import { headFor, type ModelConfig } from "../model/config";
import type { LaneSpec } from "../training/race-spec";
import { laneCount, laneParts } from "./lane-count";

/** A base as it is fine-tuned on a task: with a new head where the task has classes. Undefined for an unknown base. */
export function useTunedConfig(
  base: string,
  classes: readonly string[] | undefined,
): ModelConfig | undefined {
  return useMemo(() => {
    const found = findBase(base);
    return found && { ...found.config, head: headFor(classes ?? []) };
  }, [base, classes]);
}

/** What a lane trains in it. */
export function useLaneParts(
  lane: LaneSpec,
  config: ModelConfig,
): { readonly parts: readonly Part[]; readonly count: Count } {
  return useMemo(() => ({ parts: laneParts(lane, config), count: laneCount(lane, config) }), [lane, config]);
}
