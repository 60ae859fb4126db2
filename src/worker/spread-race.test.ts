import { describe, expect, it, vi } from "vitest";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import type { RaceSpec } from "../training/race-spec";
import { type LaneCalls, LaneHost } from "./lane-host";
import { lanes, runToEnd, spec } from "./test-trainer";

describe("lanes spread over workers", () => {
  const sources = { engine: nodeEngineFiles, checkpoints: nodeCheckpoints };
  const three: RaceSpec = { ...spec, lanes: [...lanes, { ...lanes[1]!, learningRate: 0.02 }] };

  it("take the same steps, answer and are saved as in one worker", async () => {
    const alone = await runToEnd(three);
    const connectLanes = vi.fn(() => new LaneHost(sources) as LaneCalls);
    const spread = await runToEnd(three, { connectLanes, cores: 3 });
    expect(connectLanes).toHaveBeenCalledTimes(1);
    expect(spread.opened).toMatchObject({ ok: true, value: { backend: { workers: 2 } } });
    for (const lane of [0, 1, 2]) {
      expect(spread.losses(lane)).toHaveLength(three.steps);
      expect(spread.losses(lane)).toEqual(alone.losses(lane));
      const saved = await spread.trainer.save(lane);
      expect(saved).toEqual(await alone.trainer.save(lane));
    }
    expect(await spread.trainer.ask("walk")).toEqual(await alone.trainer.ask("walk"));
    expect(await spread.trainer.ask("★")).toMatchObject({ ok: false, failure: { kind: "input" } });
    const misfit = await spread.trainer.load(2, new Uint8Array(4));
    expect(misfit).toMatchObject({ ok: false, failure: { kind: "adapter", problem: "format" } });
  });

  it("stop alone when a loss is not a number, also away from home", async () => {
    const wild = { ...lanes[0]!, learningRate: 1e30 };
    const { events, losses } = await runToEnd(
      { ...spec, lanes: [lanes[0]!, wild] },
      { connectLanes: () => new LaneHost(sources) as LaneCalls, cores: 4 },
    );
    const stopped = events.flatMap((event) => (event.kind === "lane" ? event.lane : []));
    expect(stopped).toEqual([1]);
    expect(losses(0)).toHaveLength(spec.steps);
  });

  it("are all trained at home where no other worker can be had", async () => {
    const connectLanes = () => ({ open: () => Promise.reject(new Error("none")) }) as unknown as LaneCalls;
    const { opened, losses } = await runToEnd(three, { connectLanes, cores: 8 });
    expect(opened).toMatchObject({ ok: true, value: { backend: { workers: 1 } } });
    expect(losses(2)).toHaveLength(three.steps);
  });
});
