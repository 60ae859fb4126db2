import { useEffect, useRef, useState } from "react";
import { examineLane } from "../../race-view/examine-lane";
import { useRace, useRaceStore } from "../../race-view/use-race";
import type { WriteOn } from "../../training/write-on";
import type { TrainerFailure } from "../../worker/api";

/** Between two tokens: long enough to choose another writer. */
const breathMs = 600;

/** Who writes, and how strongly: lane −1 is the base. */
export interface Writer {
  readonly lane: number;
  readonly name: string;
  readonly color: string;
  readonly strength: number;
}

/** A token with the one that wrote it. */
export interface WrittenToken {
  readonly id: number;
  readonly text: string;
  readonly chance: number;
  readonly writer: Writer;
}

export interface Writing {
  readonly written: readonly WrittenToken[];
  /** Whether it writes to the end. */
  readonly isWriting: boolean;
  readonly failure: TrainerFailure | null;
  /** Writes so many tokens more, fewer where the text ends before; nothing while it writes. */
  write(most: number): void;
  stop(): void;
  undo(): void;
  clear(): void;
}

/** What a writer is asked for. */
export function continuation(input: string, written: readonly WrittenToken[], strength: number): WriteOn {
  return { input, written: written.map(({ id }) => id), strength };
}

/**
 * A text that grows token by token, each written by the writer that is chosen when it starts. Another race or another
 * input begins anew.
 */
export function useWriting(input: string, writer: Writer): Writing {
  const store = useRaceStore();
  const info = useRace((race) => race.info);
  const [written, setWritten] = useState<readonly WrittenToken[]>([]);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  const chosen = useRef(writer);
  /** Counts what has interrupted the writing. */
  const turn = useRef(0);
  const isBusy = useRef(false);
  useEffect(() => {
    chosen.current = writer;
  });
  const stop = (): void => {
    turn.current++;
    isBusy.current = false;
    setWriting(false);
  };
  const begin = (tokens: readonly WrittenToken[]): void => {
    stop();
    setFailure(null);
    setWritten(tokens);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text belongs to this race and this input
  useEffect(() => {
    begin([]);
    return () => {
      turn.current++;
    };
  }, [info, input]);

  const write = async (most: number): Promise<void> => {
    if (isBusy.current) return;
    const mine = ++turn.current;
    let text = written;
    isBusy.current = true;
    setWriting(most > 1);
    setFailure(null);
    for (let i = 0; i < most; i++) {
      if (i > 0) await new Promise((resolve) => setTimeout(resolve, breathMs));
      if (mine !== turn.current) return;
      const by = chosen.current;
      const question = { kind: "write-on", ...continuation(input, text, by.strength) } as const;
      const found = await examineLane(store, by.lane, question);
      if (mine !== turn.current) return;
      if (!found.ok) setFailure(found.failure);
      const next = found.ok ? found.value : null;
      const first = next?.choices[0];
      if (!first || next.ended || !Number.isFinite(first.chance)) break;
      text = [...text, { ...first, writer: by }];
      setWritten(text);
    }
    stop();
  };
  return {
    written,
    isWriting,
    failure,
    write: (most) => void write(most),
    stop,
    undo: () => begin(written.slice(0, -1)),
    clear: () => begin([]),
  };
}
