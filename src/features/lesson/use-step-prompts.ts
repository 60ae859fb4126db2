import { useCallback, useEffect, useState } from "react";
import type { PromptProgress } from "../../experiments/prompt/prompt-progress";
import type { PromptSpec } from "../../experiments/prompt/prompt-spec";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import type { PromptPart } from "./prompt-parts";
import { useStepResults } from "./prompt-results";

export interface StepPromptsOptions {
  /** The parts are asked from the outset. */
  readonly isWanted: boolean;
  /** At rest the base of the first part is open, so that one can look at prompts with it. */
  readonly hasBench: boolean;
}

export interface StepPrompts {
  /** What the engine has open, or opens, is a part of this step. */
  readonly isOurs: boolean;
  /** The parts are being asked, or will be as soon as the engine is ready and the figure is seen. */
  readonly isWanted: boolean;
  /** Every part was asked, or the engine broke, and nothing more is wanted. */
  readonly isOver: boolean;
  /** What is known of each part: its full results, or the answers so far; undefined before it is open. */
  readonly progress: readonly (PromptProgress | undefined)[];
  /** Asks what has not been asked; everything again where nothing is left. */
  start(): void;
  stop(): void;
  /** Forgets all answers. */
  reset(): void;
  /** Tells whether the figure is seen: unseen it halts, seen again it goes on. */
  setSeen(seen: boolean): void;
}

/** Asks the parts of a step one after the other in the one store of the lessons, and keeps the results of each. */
export function useStepPrompts(
  parts: readonly PromptPart[],
  key: string,
  { isWanted, hasBench }: StepPromptsOptions,
): StepPrompts {
  const store = usePromptStore();
  const phase = usePrompt((prompt) => prompt.phase);
  const draft = usePrompt((prompt) => prompt.draft);
  const current = usePrompt((prompt) => prompt.progress);
  const { results, keep, forget } = useStepResults(key);
  const [wish, setWish] = useState<"rest" | "run">(isWanted ? "run" : "rest");
  const [seen, setSeen] = useState(true);
  /** The part that this step has opened; −1: none yet, and what is open is of another step. */
  const [opened, setOpened] = useState(-1);

  const next = parts.findIndex((_, part) => !results[part]);
  const target = partToOpen(parts, { next, opened, isWanted: wish === "run", hasBench });
  const wanted = parts[target];
  const isOurs = wanted !== undefined && opened === target && draft === wanted.spec;

  useEffect(() => {
    if (!wanted || opened === target) return;
    store.getState().configure(wanted.spec);
    void store.getState().open();
    setOpened(target);
  }, [store, wanted, opened, target]);

  // The one place that lets the experiment run or rest: all others only say what they wish.
  useEffect(() => {
    const { play, pause } = store.getState();
    if (isOurs && phase === "done" && current && !results[target]) keep(target, current);
    else if (wish === "run" && (next < 0 || (isOurs && phase === "failed"))) setWish("rest");
    else if (isOurs && phase === "paused" && wish === "run" && seen) play();
    else if (isOurs && phase === "running" && (wish === "rest" || !seen)) pause();
  }, [store, isOurs, phase, current, results, target, next, wish, seen, keep]);

  useEffect(() => {
    const leave = store.getState().attend();
    return () => {
      store.getState().pause();
      leave();
    };
  }, [store]);

  const isBroken = isOurs && phase === "failed";
  const start = useCallback(() => {
    if (next < 0) forget();
    if (next < 0 || isBroken) setOpened(-1);
    setWish("run");
  }, [next, isBroken, forget]);
  const stop = useCallback(() => {
    setWish("rest");
    store.getState().pause();
  }, [store]);
  const reset = useCallback(() => {
    stop();
    forget();
    setOpened(-1);
  }, [stop, forget]);
  return {
    isOurs,
    isWanted: wish === "run",
    isOver: wish === "rest" && (next < 0 || isBroken),
    progress: parts.map((_, part) => results[part] ?? ((isOurs && part === target && current) || undefined)),
    start,
    stop,
    reset,
    setSeen,
  };
}

interface Situation {
  /** The first part without results; −1: there is none. */
  readonly next: number;
  readonly opened: number;
  readonly isWanted: boolean;
  readonly hasBench: boolean;
}

/** The part that the engine should have open; −1: none is needed. */
function partToOpen(parts: readonly PromptPart[], { next, opened, isWanted, hasBench }: Situation): number {
  if (isWanted && next >= 0) return next;
  const [first] = parts;
  const isOpened = parts[opened];
  if (hasBench && first) return isOpened && looksAlike(isOpened.spec, first.spec) ? opened : 0;
  return opened >= 0 ? opened : next;
}

/** Whether a look at a prompt is the same in both: it reads the base and the task, not the variants. */
export function looksAlike(one: PromptSpec, other: PromptSpec): boolean {
  const { base, from, task } = one;
  return JSON.stringify([base, from, task]) === JSON.stringify([other.base, other.from, other.task]);
}
