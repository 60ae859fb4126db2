// usage: tsx node-bench.ts MODEL METHOD -> median CPU ms a step over chunks

import { nodeEngineFiles } from "./src/cli/node-files";
import { startEngine } from "./src/engine/engine";
import { createRandom } from "./src/lib/random";
import { findMethod } from "./src/methods/index";
import { initialParams } from "./src/model/init";
import { stack } from "./src/training/batch";
import { toModel } from "./src/training/load-base";
import { TrainingSession } from "./src/training/session";

const [model, method] = process.argv.slice(2);
const sizes: any = {
  nano: { layers: 1, width: 32, context: 16, vocabulary: 64 },
  micro: { layers: 2, width: 64, context: 32, vocabulary: 96 },
  mini: { layers: 4, width: 128, context: 64, vocabulary: 96 },
};
const config: any = {
  kind: "decoder",
  tied: true,
  heads: 4,
  classes: 0,
  head: { kind: "tokens" },
  ...sizes[model!],
};
const engine = await startEngine("wasm", nodeEngineFiles);
const random = createRandom("bench");
const base = toModel(config, initialParams(config, createRandom("x")));
const session: any = new TrainingSession(engine, base, {
  method: findMethod(method!)!,
  options: {},
  seed: 1,
  classes: 0,
  head: { kind: "tokens" },
} as any);
const draw = () =>
  Int32Array.from({ length: config.context }, () => 1 + random.integer(config.vocabulary - 1));
const batch = stack(
  Array.from({ length: 16 }, () => ({
    tokens: draw(),
    targets: draw(),
    counts: new Uint8Array(config.context).fill(1),
    weights: new Float32Array(config.context).fill(1),
  })) as any,
);
const n = { nano: 200, micro: 40, mini: 6 }[model!]!;
const one = () => {
  const l = session.step(batch, 1e-4);
  l.dataSync();
  l.dispose();
};
const warm = performance.now();
while (performance.now() - warm < 1500) one();
const times: number[] = [];
for (let c = 0; c < 9; c++) {
  const s = process.cpuUsage();
  for (let i = 0; i < n; i++) one();
  const d = process.cpuUsage(s);
  times.push((d.user + d.system) / 1000 / n);
}
times.sort((a, b) => a - b);
console.log(times[0]!.toFixed(4), times[4]!.toFixed(4));
