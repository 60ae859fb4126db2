import type { Series } from "../state/race-events";
import { writeCsv } from "./csv";

/** Curves as plain RFC 4180: one row a lane and step; loss is the training loss, empty where none was taken. */
export function curvesCsv(curves: readonly { readonly name: string; readonly series: Series }[]): string {
  const rows = curves.flatMap(({ name, series }) => laneRows(name, series));
  return writeCsv([["lane", "step", "loss", "held_out_loss", "score"], ...rows]);
}

function laneRows(name: string, { steps, losses, evaluations }: Series): readonly string[][] {
  const loss = new Map(steps.map((step, i) => [step, losses[i]]));
  const evaluated = new Map(evaluations.map((evaluation) => [evaluation.step, evaluation]));
  const all = [...new Set([...loss.keys(), ...evaluated.keys()])].sort((a, b) => a - b);
  return all.map((step) => [
    name,
    String(step),
    write(loss.get(step)),
    write(evaluated.get(step)?.heldOutLoss),
    write(evaluated.get(step)?.score),
  ]);
}

function write(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}
