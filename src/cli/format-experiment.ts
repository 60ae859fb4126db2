import type { AnyOptions } from "../lib/options";
import type { ExperimentResult } from "./run-experiment";

/** The result as a small table for people. */
export function formatResult(result: ExperimentResult): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const { objective } = result;
  const rows = [
    ["base", `${result.base}${result.pretrained ? "" : " (untrained twin)"}, ${result.total} parameters`],
    ["task", result.task],
    ["method", `${result.method} ${optionWords(result.options)}`.trim()],
    ...(objective ? [["objective", `${objective.id} ${optionWords(objective.options)}`.trim()]] : []),
    ["learning rate", String(result.learningRate)],
    ["trained", `${result.trained} (${percent(result.trained / result.total)})`],
    ["kept", String(result.kept)],
    ...(result.head > 0 ? [["new head", String(result.head)]] : []),
    [
      "held-out score",
      `${result.score.mean.toFixed(3)} ± ${result.score.sd.toFixed(3)} (${result.seeds.length} seeds)`,
    ],
    ["held-out loss", `${result.heldOutLoss.first.toFixed(4)} -> ${result.heldOutLoss.last.toFixed(4)}`],
    ["what it knew", result.probes.map(({ id, exact }) => `${id} ${exact.toFixed(2)}`).join(", ")],
    ...seriesRows(result),
    ...result.seeds.flatMap(({ seed, stopped }) =>
      stopped ? [["stopped", `seed ${seed} after step ${stopped.step}: ${stopped.reason}`]] : [],
    ),
    ["time", `${result.msPerStep.toFixed(1)} ms a step, ${result.backend}`],
    ...(result.unrecorded ? [["not replayed", `because of ${result.unrecorded}`]] : []),
  ];
  return rows.map(([name, value]) => `${name!.padEnd(16)}${value}`).join("\n");
}

function optionWords(options: AnyOptions): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join("+") : value}`)
    .join(" ");
}

/** The series of the first seed on held-out data, a row for the steps and one for each of them. */
function seriesRows({ seeds }: ExperimentResult): string[][] {
  const series = seeds[0]?.series;
  if (!series) return [];
  const row = (name: string, values: readonly number[], digits: number): string[] => [
    name,
    values.map((value) => value.toFixed(digits).padStart(8)).join(""),
  ];
  return [
    row("step", series.steps, 0),
    ...Object.entries(series.values).map(([name, values]) => row(name, values, 3)),
  ];
}
