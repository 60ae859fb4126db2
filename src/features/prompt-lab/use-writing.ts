import { useEffect, useRef, useState } from "react";
import type { Choice } from "../../experiments/prompt/look";
import { wordsOf } from "../../prompt-view/tokens-of";
import { lookAtPrompt, useLook } from "../../prompt-view/use-look";
import { usePromptStore } from "../../prompt-view/use-prompt";
import { marks } from "../../tasks/reader/vocabulary";
import type { ModelRef } from "../../training/race-spec";
import { mostTokens, problemOf } from "./read-prompt";

/** A prompt, what was written after it, and the place that is looked at. */
export interface Writing {
  readonly tokens: readonly string[];
  /** How many of the tokens are the prompt; the others were written by the model, or in its place. */
  readonly given: number;
  /** The token after which the choices come. */
  readonly at: number;
  /** What may come after it, the likeliest first; null until the model has said so. */
  readonly choices: readonly Choice[] | null;
  /** Nothing more can be written: the answer has ended, or the context is full. */
  readonly isAtEnd: boolean;
  lookAfter(at: number): void;
  /** Writes a token after the one that is looked at; what stood there is dropped. Not within the prompt. */
  choose(token: string): void;
  /** Writes the likeliest token, again and again, to the end of the answer. */
  toEnd(): Promise<void>;
  undo(): void;
  clear(): void;
}

interface Written {
  /** The prompt that this continues. */
  readonly prompt: string;
  readonly tokens: readonly string[];
  readonly at: number | null;
}

/**
 * Writes on after a prompt, token by token, `most` tokens at most. A prompt that cannot be read has no choices.
 * `model`: that of a variant; null for the model of the experiment.
 */
export function useWriting(prompt: string, most: number, model: ModelRef | null): Writing {
  const store = usePromptStore();
  const [kept, keep] = useState<Written>({ prompt, tokens: [], at: null });
  // What was written belongs to the prompt it was written after.
  const written = kept.prompt === prompt ? kept : { prompt, tokens: [], at: null };
  const given = wordsOf(prompt);
  const tokens = [...given, ...written.tokens];
  const last = tokens.length - 1;
  const hasEnded = written.tokens.length >= most || written.tokens.at(-1) === marks.end;
  const isAtEnd = hasEnded || tokens.length > mostTokens;
  // After the end comes nothing that was ever learned: what is of interest is how the answer ended.
  const usual = isAtEnd && written.tokens.length > 0 ? last - 1 : last;
  const at = Math.min(written.at ?? usual, last);
  const isReadable = problemOf(prompt) === null;
  const text = tokens.slice(0, mostTokens).join(" ");
  const ask = (about: string) => ({ kind: "next", prompt: about, ...(model && { model }) }) as const;
  const looked = useLook(isReadable ? ask(text) : null);
  const isCurrent = isReadable && JSON.stringify(looked?.question) === JSON.stringify(ask(text));
  /** Counts what the reader wrote or took back: that ends what is being written to the end, as does another prompt. */
  const turn = useRef(0);
  const write = (more: readonly string[]): void => {
    turn.current++;
    keep({ prompt, tokens: more, at: null });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the prompt is another
  useEffect(() => {
    turn.current++;
  }, [prompt]);
  return {
    tokens,
    given: given.length,
    at,
    choices: (isCurrent && looked?.found.ok && looked.found.value.choices[at]) || null,
    isAtEnd,
    lookAfter: (place) => keep({ ...written, at: place }),
    choose(token) {
      const before = at - given.length + 1;
      if (before >= 0) write([...written.tokens.slice(0, before), token]);
    },
    async toEnd() {
      let more = written.tokens;
      write(more);
      const mine = turn.current;
      while (more.length < most && more.at(-1) !== marks.end) {
        const all = [...given, ...more];
        if (all.length > mostTokens) return;
        const found = await lookAtPrompt(store, ask(all.join(" ")));
        const likeliest = found.ok ? found.value.choices.at(-1)?.[0] : undefined;
        if (!likeliest || turn.current !== mine) return;
        more = [...more, likeliest.token];
        keep({ prompt, tokens: more, at: null });
      }
    },
    undo: () => write(written.tokens.slice(0, -1)),
    clear: () => write([]),
  };
}
