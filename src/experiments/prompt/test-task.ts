import { characterTokenizer } from "../../model/tokenizer";
import { InputError, type Item, type LoadedTask } from "../../tasks/task";
import { plainVariant } from "./default-prompt";
import type { PromptSpec, PromptVariant } from "./prompt-spec";

/** A variant that differs from the plain one. */
export function variant(
  change: { readonly [K in keyof PromptVariant]?: Partial<PromptVariant[K]> | PromptVariant[K] },
): PromptVariant {
  const { demonstrations, decode, ...rest } = change;
  return {
    ...plainVariant,
    ...(rest as Partial<PromptVariant>),
    demonstrations: { ...plainVariant.demonstrations, ...demonstrations },
    decode: { ...plainVariant.decode, ...decode },
  };
}

/** An experiment on a made-up task. */
export function promptSpec(change: Partial<PromptSpec>): PromptSpec {
  const task = { id: "past-tense" } as const;
  return {
    base: "toolbox-nano",
    from: "pretrained",
    task,
    variants: [plainVariant],
    items: 20,
    seed: 1,
    ...change,
  };
}

/** A task whose inputs are letters and whose answers are digits: each letter has one of `labels` digits. */
export function letterTask({ labels = 2, context = 40, answers = 1 } = {}): LoadedTask {
  const letters = [..."abcdefghijklmnopqrst"];
  const tokenizer = characterTokenizer(["", ..."=.!", ...letters, ..."XYZ", ..."0123456789"]);
  const itemOf = (input: string, at: number): Item => ({
    input,
    answer: String(at % labels).repeat(answers),
  });
  const all = letters.map(itemOf);
  const items = { train: all.slice(0, 12), heldOut: all.slice(12) };
  const tokens = (text: string): Int32Array => {
    const { ids, unknown } = tokenizer.encode(text);
    if (unknown.length > 0) throw new InputError("unknown-characters", unknown.join(" "));
    if (ids.length >= context) throw new InputError("too-long", String(context));
    return Int32Array.from(ids);
  };
  return {
    tokenizer,
    context,
    end: tokenizer.id("."),
    classes: [],
    items: (split) => items[split],
    draw: (split, random) => random.pick(items[split]),
    encode: ({ answer }) => {
      const weights = new Float32Array(answer.length + 1).fill(1);
      return { tokens: new Int32Array(context), targets: new Int32Array(answer.length + 1), weights };
    },
    prompt: (input) => tokens(`${input}=`),
    compose: ({ demonstrations, question, trigger }) =>
      tokens(
        `${demonstrations.map(({ input, answer }) => `${input}=${answer}.`).join("")}${question}${trigger ?? "="}`,
      ),
    foreignInput: (_, random) => random.pick([..."XYZ"]),
    score: (answer, item) => (answer === item.answer ? 1 : 0),
  };
}
