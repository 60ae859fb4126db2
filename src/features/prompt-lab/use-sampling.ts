import { useEffect, useRef, useState } from "react";
import type { WriteLook } from "../../experiments/prompt/look";
import { lookAtPrompt } from "../../prompt-view/use-look";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import { type ModelRef, modelKey } from "../../training/race-spec";
import type { TrainerFailure } from "../../worker/api";

export type Sample = WriteLook["samples"][number];

export interface Sampling {
  readonly samples: readonly Sample[];
  readonly isSampling: boolean;
  readonly failure: TrainerFailure | null;
  /** Draws so many answers, one after the other; what was drawn before is dropped. */
  draw(count: number, temperature: number): void;
  stop(): void;
}

/**
 * Answers to one prompt, sampled one by one. They are dropped when the prompt or the model changes. `model`: that of a
 * variant; null for the model of the experiment.
 */
export function useSampling(prompt: string, model: ModelRef | null): Sampling {
  const store = usePromptStore();
  const info = usePrompt(({ progress }) => progress?.info ?? null);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [isSampling, setSampling] = useState(false);
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  /** Each drawing has a number; a later one, or a stop, ends it. */
  const turn = useRef(0);
  /** Never used twice: drawn again, the answers are others. */
  const seed = useRef(0);
  const stop = (): void => {
    turn.current++;
    setSampling(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever one of the three is another
  useEffect(() => {
    setSamples([]);
    setFailure(null);
    return stop;
  }, [prompt, info, model && modelKey(model)]);

  const run = async (count: number, temperature: number): Promise<void> => {
    const mine = ++turn.current;
    setSamples([]);
    setFailure(null);
    setSampling(true);
    const decode = { temperature, topK: 0, samples: 1, vote: false };
    for (let i = 0; i < count; i++) {
      const found = await lookAtPrompt(store, {
        kind: "write",
        prompt,
        decode,
        seed: seed.current++,
        ...(model && { model }),
      });
      if (turn.current !== mine) return;
      if (!found.ok) {
        setFailure(found.failure);
        break;
      }
      const [sample] = found.value.samples;
      if (sample) setSamples((former) => [...former, sample]);
    }
    setSampling(false);
  };
  return { samples, isSampling, failure, draw: (count, temperature) => void run(count, temperature), stop };
}
