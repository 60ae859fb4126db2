import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { findBase } from "../../bases/index";
import { createRandom } from "../../lib/random";
import { initialParams } from "../../model/init";
import { defaultLane } from "../../training/default-race";
import type { WholeModel } from "../../training/whole-model";
import { packExport } from "./pack-export";

const base = findBase("toolbox-tiny")!;
const exported = { lane: defaultLane("full"), base, task: "past-tense" };
const whole: WholeModel = {
  parameters: initialParams(base.config, createRandom(1)),
  adapter: {},
  step: 12,
  unit: "character",
  tokens: ["", ..."=.?abc"],
  end: 2,
  classes: [],
  example: { prompt: "?ab=", answer: null },
};

test("a merged model is packed with what its README tells of it", () => {
  const packed = packExport("merged", exported, whole);
  const files = unzipSync(packed.ok ? packed.zip : new Uint8Array());
  const readme = new TextDecoder().decode(files["README.md"]);
  expect(readme).toContain("# toolbox-tiny + full on past-tense, step 12");
  // The lane was still training: there is no answer to compare with.
  expect(readme).not.toContain("On the page it answered");
  expect(files["model/model.safetensors"]!.length).toBeGreaterThan(4 * 127 * 16);
});

test("a lane that has diverged, and a method without a class, are refused", () => {
  expect(packExport("merged", exported, null)).toEqual({ ok: false, refusal: "not-finite" });
  expect(packExport("adapter", exported, whole)).toEqual({ ok: false, refusal: "no-class" });
});
