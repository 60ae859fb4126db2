import { useEffect, useRef, useState } from "react";
import { useRace } from "../../state/race";
import type { WriteOn } from "../../training/write-on";
import type { TrainerFailure } from "../../worker/api";
import { examineLane } from "./examine-lane";

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
  readonly isBusy: boolean;
  readonly failure: TrainerFailure | null;
  /** Writes so many tokens more, fewer where the text ends before. */
  write(most: number): void;
  undo(): void;
  clear(): void;
}

/** What a writer is asked for. */
export function continuation(input: string, written: readonly WrittenToken[], strength: number): WriteOn {
  return { input, written: written.map(({ id }) => id), strength };
}

/** A text that grows token by token; who writes may change in between. Another race or another input begins anew. */
export function useWriting(input: string, writer: Writer): Writing {
  const info = useRace((race) => race.info);
  const [written, setWritten] = useState<readonly WrittenToken[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  /** Counts what has interrupted the writing. */
  const turn = useRef(0);
  const begin = (tokens: readonly WrittenToken[]): void => {
    turn.current++;
    setBusy(false);
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
    const mine = ++turn.current;
    let text = written;
    setBusy(true);
    setFailure(null);
    for (let i = 0; i < most; i++) {
      const found = await examineLane(writer.lane, {
        kind: "write-on",
        ...continuation(input, text, writer.strength),
      });
      if (mine !== turn.current) return;
      if (!found.ok) setFailure(found.failure);
      const next = found.ok ? found.value : null;
      const first = next?.choices[0];
      if (!first || next.ended) break;
      text = [...text, { ...first, writer }];
      setWritten(text);
    }
    setBusy(false);
  };
  return {
    written,
    isBusy,
    failure,
    write: (most) => void write(most),
    undo: () => begin(written.slice(0, -1)),
    clear: () => begin([]),
  };
}
