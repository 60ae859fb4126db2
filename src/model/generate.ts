import { checkSettings, checkTexts } from "./check-prompts";
import { continueTogether } from "./continue-together";
import type { Generated, GenerateSettings } from "./generation";
import type { Subject } from "./subject";
import { Writing } from "./writing";

/** Large enough to keep the kernels busy, small enough that the keys and values of a batch stay in the cache. */
const defaultRows = 128;

/**
 * Continues each prompt: for each, in order, its samples. A prompt that fills the context gets no new tokens.
 * Throws RangeError for prompts, sources or settings that make no sense.
 */
export async function generate(
  subject: Subject,
  prompts: readonly ArrayLike<number>[],
  settings: GenerateSettings,
): Promise<Generated[][]> {
  const all: Generated[][] = [];
  for await (const part of generateInParts(subject, prompts, settings)) all.push(...part);
  return all;
}

/** As `generate`, but gives the results of the first prompts when they are done, then those of the next. */
export async function* generateInParts(
  subject: Subject,
  prompts: readonly ArrayLike<number>[],
  settings: GenerateSettings,
): AsyncGenerator<Generated[][], void, undefined> {
  const { config } = subject.model;
  checkSettings(config, settings);
  checkTexts(config, prompts, settings.sources);
  const { samples = 1, rowsAtOnce = defaultRows } = settings;
  const size = Math.max(1, Math.floor(rowsAtOnce / samples));
  for (let from = 0; from < prompts.length; from += size) {
    const jobs = prompts.slice(from, from + size).map((prompt, i) => ({
      prompt,
      source: settings.sources?.[from + i],
      samples: Array.from(
        { length: samples },
        (_, sample) => new Writing(config.context - prompt.length, settings, `${from + i}/${sample}`),
      ),
    }));
    await continueTogether(subject, jobs, settings);
    yield jobs.map((job) => job.samples.map((writing) => writing.result()));
  }
}
