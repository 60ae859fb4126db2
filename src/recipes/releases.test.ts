import { expect, test } from "vitest";
import { scriptText } from "./script";
import { cases } from "./test-cases";

test("releases are pinned to those that were tried, and several GPUs have their command", () => {
  for (const { name, method, model, script } of cases) {
    const text = scriptText(script);
    const isPrompt = /^(p-|prefix|prompt|llama)/.test(method);
    const isOlder = isPrompt && model.kind === "seq2seq";
    const isNewer = text.includes("PrefixTuningConfig") && model.id.includes("roberta");
    const pin = `'transformers${isOlder ? ">=4.57,<5.1" : isNewer ? ">=5.18,<5.19" : ">=4.57,<5.19"}'`;
    expect(text, name).toContain(text.includes("import adapters") ? "'adapters>=1.2,<2'" : pin);
    expect(text, name).toContain("accelerate launch --multi_gpu --num_processes 4 train.py");
  }
});

test("methods inside T5 do without the class that newer transformers stop at; prompts say so at once", () => {
  for (const { name, method, model, script } of cases) {
    const text = scriptText(script);
    const isPrompt = text.includes("SEQ_2_SEQ_LM");
    expect(text.includes("hasattr(GenerationMixin"), name).toBe(isPrompt);
    if (model.kind === "seq2seq" && text.includes("get_peft_model"))
      expect(isPrompt, name).toBe(/^(p-|prefix|prompt|llama)/.test(method));
  }
});
