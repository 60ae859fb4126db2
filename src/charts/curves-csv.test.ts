import { expect, it } from "vitest";
import { curvesCsv } from "./curves-csv";

it("writes a row a lane and step, with empty fields where nothing was taken and quotes where a name needs them", () => {
  const evaluation = { step: 0, heldOutLoss: 3.5, score: 0, examples: [], probes: [] };
  const csv = curvesCsv([
    {
      name: 'LoRA, "rank 8"',
      series: {
        steps: [1, 2],
        losses: [3, 2.5],
        evaluations: [evaluation, { ...evaluation, step: 2, score: 0.5 }],
      },
    },
    { name: "full", series: { steps: [], losses: [], evaluations: [] } },
  ]);
  expect(csv).toBe(
    [
      "\uFEFFlane,step,loss,held_out_loss,score",
      '"LoRA, ""rank 8""",0,,3.5,0',
      '"LoRA, ""rank 8""",1,3,,',
      '"LoRA, ""rank 8""",2,2.5,3.5,0.5',
      "",
    ].join("\r\n"),
  );
});
