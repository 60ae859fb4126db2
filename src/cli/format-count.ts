import type { CountReport } from "../counting/count";

/** A count in words and figures, for the terminal. */
export function formatCount(report: CountReport): string {
  const { model, method, options, total, trained, kept, share, peft, notes } = report;
  const set = Object.entries(options).map(([name, value]) => `${name}=${optionText(value)}`);
  const rows: readonly (readonly [string, string])[] = [
    ["total", `${whole(total)} parameters`],
    ["trained", `${whole(trained)} (${percent(share)} of total)`],
    ["kept", whole(kept)],
    ["file", `${bytes(report.fileBytes.fp32)} in fp32, ${bytes(report.fileBytes.fp16)} in fp16`],
    ["weights", `${bytes(report.weightBytes.fp32)} in fp32, ${bytes(report.weightBytes.fp16)} in fp16`],
    ["gradients", `${bytes(report.gradientBytes)} in fp32`],
    ["optimiser", `${bytes(report.optimizerBytes)} (AdamW, two moments in fp32)`],
  ];
  return [
    [`${method} on ${model}`, ...(set.length > 0 ? [`(${set.join(", ")})`] : [])].join(" "),
    ...rows.map(([name, text]) => `${name.padEnd(10)} ${text}`),
    report.isInPeft ? "As HF PEFT prints it:" : "HF PEFT has no such method; it would print:",
    `trainable params: ${whole(peft.trainable)} || all params: ${whole(peft.all)} || trainable%: ${peft.percent.toFixed(4)}`,
    ...notes.map(({ text }) => `Note: ${text}${text.endsWith("?") ? "" : "."}`),
  ].join("\n");
}

function optionText(value: unknown): string {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? JSON.stringify(value) : String(value);
}

function whole(value: number): string {
  return value.toLocaleString("en");
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(4))} %`;
}

/** "1.57 MB (1,572,864 bytes)"; a kilobyte is 1,000 bytes. */
function bytes(value: number): string {
  const units = ["bytes", "KB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  if (power === 0) return `${whole(value)} bytes`;
  return `${Number((value / 1000 ** power).toPrecision(3))} ${units[power]} (${whole(value)} bytes)`;
}
