import * as z from "zod/mini";
import { keptFetch } from "../lib/kept-fetch";
import { publicFile } from "../lib/public-file";

const byTask = z.record(z.string(), z.nullable(z.number()));
const sweep = z.object({
  base: z.string(),
  steps: z.number(),
  seeds: z.number(),
  rows: z.array(
    z.object({ method: z.string(), learningRate: z.number().check(z.positive()), heldOutLoss: byTask }),
  ),
  best: z.record(z.string(), z.number().check(z.positive())),
});
const schema = z.object({ sweeps: z.array(sweep).check(z.minLength(1)) });

/** Every rate tried on every method of one base. A loss that was NaN or infinite is null. */
export type Sweep = z.infer<typeof sweep>;

/** Checks public/runs/sweep.json; throws if it is not valid. */
export function parseSweeps(json: unknown): readonly Sweep[] {
  return schema.parse(json).sweeps;
}

export async function fetchSweeps(): Promise<readonly Sweep[]> {
  const response = await keptFetch(publicFile("runs/sweep.json"));
  if (!response.ok) throw new Error(`sweep.json: ${response.status}`);
  return parseSweeps(await response.json());
}

/** The tasks a sweep was made on. */
export function sweptTasks({ rows }: Sweep): readonly string[] {
  return [...new Set(rows.flatMap(({ heldOutLoss }) => Object.keys(heldOutLoss)))];
}

/** Held-out loss over the learning rate of one method on one task, by rising rate. */
export function sweptLosses(
  { rows }: Sweep,
  method: string,
  task: string,
): readonly { readonly rate: number; readonly loss: number }[] {
  return rows
    .flatMap((row) => {
      const loss = row.method === method ? row.heldOutLoss[task] : undefined;
      return typeof loss === "number" ? [{ rate: row.learningRate, loss }] : [];
    })
    .sort((a, b) => a.rate - b.rate);
}
