import { expect, test } from "vitest";
import { readPromptLink, writePromptLink } from "../../experiments/prompt/prompt-link";
import { labTaskOf } from "../../state/lab-tasks";
import { presetIds, presets, specOf } from "./presets";
import { problemOf } from "./read-prompt";
import { snapshotsOf, stepOf } from "./snapshots";
import { usualLab } from "./usual-lab";
import { mostVariants } from "./variant-list";

test.each(presetIds)(
  "%s can be linked, has no more variants than fit side by side, and a snapshot that is there",
  (id) => {
    const spec = specOf(presets[id]);
    expect(readPromptLink(writePromptLink(spec))).toEqual({ spec, issues: [] });
    expect(spec.variants.length).toBeLessThanOrEqual(mostVariants);
    expect(snapshotsOf(spec.base)).toContain(stepOf(spec.base, spec.from));
  },
);

test("what is offered first can be asked", () => {
  for (const [task, { spec, prompt }] of Object.entries(usualLab)) {
    expect(labTaskOf(spec.task.id)).toBe(task);
    expect(problemOf(prompt)).toBeNull();
  }
});
