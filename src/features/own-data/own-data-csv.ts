import { writeCsv } from "../../charts/csv";
import { type KeptData, pairsOf } from "../../state/own-data";

/** Pairs as CSV with a head: dropped again, it gives the same data. */
export function ownDataCsv(data: KeptData): string {
  return writeCsv([["question", "answer"], ...pairsOf(data).map(({ input, answer }) => [input, answer])]);
}
