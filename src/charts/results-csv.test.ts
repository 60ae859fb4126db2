import { expect, it } from "vitest";
import { laneRun } from "../state/test-results";
import { resultsCsv } from "./results-csv";

it("writes a row a run, with empty fields where nothing is known", () => {
  const run = laneRun("lora", { stoppedAt: 12 });
  const changed = { ...run.lane, rateChanges: [{ step: 40, learningRate: 0.01 }] };
  const [head, first, second, end] = resultsCsv([
    run,
    laneRun("full", { lost: null, lane: { ...laneRun("full").lane, rateChanges: changed.rateChanges } }),
  ]).split("\r\n");
  expect(head).toMatch(/^\uFEFFbase,pretrained,task,method,options,learning_rate,.*,stopped_at$/);
  expect(first).toMatch(/^toolbox-micro,true,numerals,lora,rank=4;alpha=8;targets=attention\.query\+/);
  expect(first).toMatch(/,1,32,200,2048,2048,0,200,0\.5,0\.1,0,0\.1,0\.2,12$/);
  expect(second).toMatch(/,40=0\.01,1,32,200,.*,0\.5,0\.1,0,,,$/);
  expect(end).toBe("");
});
