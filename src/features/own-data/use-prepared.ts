import { useEffect, useState } from "react";
import { keptFetch } from "../../lib/kept-fetch";
import { publicFile } from "../../lib/public-file";
import { loadPairCheck } from "../../tasks/own/load-check";
import type { OwnTaskId } from "../../tasks/own/own-task-ids";
import type { PairCheck } from "../../tasks/own/pair-check";
import { guessTask, type Prepared, preparePairs } from "./prepare-pairs";
import { readTable } from "./read-table";

/** What was made of a text last; `text` says of which. */
export interface Reading {
  readonly text: string;
  readonly task: OwnTaskId;
  readonly check: PairCheck;
  readonly prepared: Prepared;
  readonly columns: number;
}

const settleMs = 200;

/** What can be trained on of a text. `asked`: the kind of task that was chosen; null: the one that it looks like. */
export function usePrepared(
  text: string,
  asked: OwnTaskId | null,
  lenient: boolean,
): Reading | "failed" | null {
  const [reading, setReading] = useState<Reading | "failed" | null>(null);
  useEffect(() => {
    let isOld = false;
    const read = async (): Promise<void> => {
      const table = await readTable(text);
      const task = asked ?? guessTask(table);
      const check = await loadPairCheck(task, readPublic);
      const prepared = preparePairs(table, task, check, lenient);
      if (!isOld) setReading({ text, task, check, prepared, columns: table.columns });
    };
    const timer = setTimeout(() => {
      if (text.trim() === "") setReading(null);
      else read().catch(() => !isOld && setReading("failed"));
    }, settleMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [text, asked, lenient]);
  return reading;
}

async function readPublic(path: string): Promise<string> {
  const response = await keptFetch(publicFile(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}
