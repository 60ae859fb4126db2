import { createRandom } from "../../lib/random";
import { attentionWeights } from "../../model/attention-weights";
import { generate } from "../../model/generate";
import { nextTokens } from "../../model/next-tokens";
import type { Subject } from "../../model/subject";
import type { LoadedTask } from "../../tasks/task";
import type { ModelRef } from "../../training/race-spec";
import { samplesOf } from "./answers-at-once";
import type { Decoding } from "./prompt-spec";
import { type SearchFinding, type SearchLook, searchOnce } from "./search";
import { vote } from "./vote";

/** What can be asked of a frozen model about one prompt, in writing. */
export type PromptLook =
  /** What it would write next, here and after every token before. */
  | (OnePrompt & { readonly kind: "next" })
  /** From where the last token, and every one before, is read in a block. */
  | (OnePrompt & { readonly kind: "attention"; readonly layer: number })
  /** What it writes, once or in several samples that vote. */
  | (OnePrompt & { readonly kind: "write"; readonly decode: Decoding; readonly seed: number })
  /** Triggers for the task, and what they are worth. */
  | SearchLook;

interface OnePrompt {
  readonly prompt: string;
  /** The model of one of the variants; that of the experiment where left out. */
  readonly model?: ModelRef;
}

/** A token that may come next. */
export interface Choice {
  readonly token: string;
  readonly chance: number;
}

export interface NextLook {
  /** The prompt, token by token. */
  readonly tokens: readonly string[];
  /** After each of them: every token of the vocabulary that has at least a thousandth, the likeliest first. */
  readonly choices: readonly (readonly Choice[])[];
}

export interface AttentionLook {
  readonly tokens: readonly string[];
  /** By head: for each token, the share of each token up to it; every row adds up to 1. */
  readonly heads: readonly (readonly (readonly number[])[])[];
}

export interface WriteLook {
  readonly samples: readonly {
    readonly tokens: readonly string[];
    /** The probability of each of these tokens, at temperature 1. */
    readonly chances: readonly number[];
    /** Read off the tokens; "" where there is none. */
    readonly answer: string;
  }[];
  /** The commonest answer. */
  readonly winner: string;
}

/** The answer to each kind of look. */
export interface PromptFindings {
  readonly next: NextLook;
  readonly attention: AttentionLook;
  readonly write: WriteLook;
  readonly search: SearchFinding;
}
export type PromptFinding = PromptFindings[PromptLook["kind"]];

const leastChance = 0.001;

/** Looks at one prompt. Throws InputError for a prompt that cannot be read, RangeError for a block that is not there. */
export async function lookAt(subject: Subject, task: LoadedTask, look: PromptLook): Promise<PromptFinding> {
  if (look.kind === "search") return searchOnce(subject, task, look);
  const prompt = task.prompt(look.prompt);
  const words = (ids: ArrayLike<number>): string[] => Array.from(ids, (id) => task.tokenizer.decode([id]));
  const tokens = words(prompt);
  switch (look.kind) {
    case "next": {
      const chances = await nextTokens(subject, prompt);
      return { tokens, choices: chances.map((row) => likeliest(row, task)) };
    }
    case "attention": {
      const heads = await attentionWeights(subject, prompt, look.layer);
      return {
        tokens,
        heads: heads.map(({ queries, keys, weights }) =>
          Array.from({ length: queries }, (_, at) => [...weights.slice(at * keys, at * keys + at + 1)]),
        ),
      };
    }
    case "write": {
      const { decode, seed } = look;
      const [written = []] = await generate(subject, [prompt], {
        end: task.end,
        most: task.most ?? task.context,
        temperature: decode.temperature,
        topK: decode.topK,
        samples: samplesOf(decode),
        random: createRandom(seed),
      });
      const samples = written.map(({ ids, logProbs }) => {
        const text = task.tokenizer.decode(ids);
        const chances = Array.from(logProbs.slice(0, ids.length), Math.exp);
        return { tokens: words(ids), chances, answer: task.read?.(text) ?? text };
      });
      return { samples, winner: vote(samples.map(({ answer }) => answer)) };
    }
    default:
      return look satisfies never;
  }
}

function likeliest(chances: Float32Array, { tokenizer }: LoadedTask): readonly Choice[] {
  return Array.from(chances, (chance, id) => ({ token: tokenizer.vocabulary[id]!, chance }))
    .filter(({ chance }) => chance >= leastChance)
    .sort((a, b) => b.chance - a.chance);
}
