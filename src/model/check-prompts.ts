import type { ModelConfig } from "./config";
import type { GenerateSettings } from "./generation";

/** Throws RangeError for settings that make no sense, and where the model cannot write. */
export function checkSettings(config: ModelConfig, settings: GenerateSettings): void {
  const {
    most,
    temperature = 0,
    topK = 0,
    samples = 1,
    random,
    rowsAtOnce = 1,
    tokensPerRead = 1,
  } = settings;
  if (config.kind === "encoder")
    throw new RangeError("an encoder cannot continue a text: it reads both sides");
  if (config.head.kind !== "tokens")
    throw new RangeError("only a model with a head of tokens can continue a text");
  if (!(temperature >= 0 && temperature < Infinity))
    throw new RangeError(`temperature ${temperature} is below 0`);
  if (temperature > 0 && !random) throw new RangeError("drawing tokens needs a random stream");
  const counts = { most, topK };
  for (const [name, value] of Object.entries(counts))
    if (!Number.isInteger(value) || value < 0)
      throw new RangeError(`${name} must be a whole number, not ${value}`);
  for (const [name, value] of Object.entries({ samples, rowsAtOnce, tokensPerRead }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be at least 1, not ${value}`);
}

/** Throws RangeError for prompts and sources that the model cannot read; a prompt longer than the context is not an error. */
export function checkTexts(
  config: ModelConfig,
  prompts: readonly ArrayLike<number>[],
  sources: readonly ArrayLike<number>[] | undefined,
): void {
  const { kind, context } = config;
  const wanted = kind === "encoder-decoder" ? prompts.length : 0;
  const given = sources?.length ?? 0;
  if (given !== wanted)
    throw new RangeError(`${prompts.length} prompts for this model need ${wanted} sources, not ${given}`);
  prompts.forEach((prompt, i) => {
    checkIds(config, prompt, `prompt ${i}`);
  });
  sources?.forEach((source, i) => {
    checkIds(config, source, `source ${i}`);
    if (source.length > context)
      throw new RangeError(`source ${i} has ${source.length} tokens, the context ${context}`);
  });
}

function checkIds({ vocabulary }: ModelConfig, text: ArrayLike<number>, name: string): void {
  if (text.length === 0) throw new RangeError(`${name} is empty: there is nothing to continue`);
  for (let i = 0; i < text.length; i++) {
    const id = text[i]!;
    if (!Number.isInteger(id) || id < 0 || id >= vocabulary)
      throw new RangeError(`${name} has token ${id} at ${i}; the vocabulary ends at ${vocabulary - 1}`);
  }
}
