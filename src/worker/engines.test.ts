import { expect, it, vi } from "vitest";
import { findBase } from "../bases/index";
import { nodeEngineFiles } from "../cli/node-files";
import type { ChosenEngine } from "./choose-backend";
import { Engines } from "./engines";
import { frailGpu, wasm } from "./test-trainer";

const base = findBase("toolbox-nano")!;
const wishes = { backend: null, wasmShare: 1 };

it("a backend is chosen once, and again after its start failed", async () => {
  const choose = vi.fn(wasm);
  const engines = new Engines({ engine: nodeEngineFiles, choose });
  choose.mockRejectedValueOnce(new Error("busy"));
  await expect(engines.choose(base, wishes)).rejects.toThrow("busy");
  const chosen = await engines.choose(base, wishes);
  expect(await engines.choose(base, wishes)).toBe(chosen);
  expect(choose).toHaveBeenCalledTimes(2);
});

it("a start that fails late does not make the one after it forgotten", async () => {
  let failLate: (error: Error) => void = () => {};
  const choose = vi.fn(wasm);
  choose.mockReturnValueOnce(
    new Promise<ChosenEngine>((_, reject) => {
      failLate = reject;
    }),
  );
  const engines = new Engines({ engine: nodeEngineFiles, choose, replace: wasm });
  const late = engines.choose(base, wishes);
  await engines.replace();
  const healthy = await engines.choose(base, wishes);
  failLate(new Error("too late"));
  await expect(late).rejects.toThrow("too late");
  expect(await engines.choose(base, wishes)).toBe(healthy);
  expect(choose).toHaveBeenCalledTimes(2);
});

it("a device that is gone is not given to the next race", async () => {
  const gpu = frailGpu();
  const engines = new Engines({ engine: nodeEngineFiles, ...gpu.sources });
  const lost = await engines.choose(base, wishes);
  gpu.lose();
  await vi.waitFor(async () => expect(await engines.choose(base, wishes)).not.toBe(lost));
});
