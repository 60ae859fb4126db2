import type { Random } from "../lib/random";
import type { Precision } from "../lib/safetensors";
import type { InitialScale, ModelConfig } from "../model/config";
import type { StoredConfig } from "../model/stored-config";
import type { Tokenizer } from "../model/tokenizer";
import type { Example, Family, ReadText, Split } from "../tasks/task";

/** A skill of the base, to see what tuning makes it forget. */
export interface Probe {
  /** i18n key below `bases.<family>.probes`. */
  readonly id: string;
  /** Held-out examples of the skill; loss and share of wholly right answers are read off one forward pass. */
  readonly examples: readonly Example[];
}

/** The pretraining data of a base, in memory. */
export interface LoadedCorpus {
  readonly tokenizer: Tokenizer;
  /** A random pretraining example. */
  draw(split: Split, random: Random): Example;
  /** What the base knew before: fixed held-out examples, 64 a probe. */
  probes: readonly Probe[];
}

/** A base: a tiny transformer with its pretraining recipe. One file a family, one list (index.ts). Free of TensorFlow.js. */
export interface Base<Id extends string = string> {
  /** "toolbox-micro": family and size. */
  readonly id: Id;
  readonly family: Family;
  readonly config: ModelConfig;
  readonly recipe: {
    readonly steps: number;
    readonly batch: number;
    readonly learningRate: number;
    readonly seed: number;
    /** How its matrices start; as in GPT-2 where left out. */
    readonly init?: InitialScale;
  };
  /** The base whose finished weights it is trained on from; random ones where left out. */
  readonly start?: string;
  /** Steps of its pretraining at which its weights were kept too, in ascending order: checkpoints "<id>.<step>". */
  readonly snapshots?: readonly number[];
  /** Number format of its checkpoints; where left out, two bytes a parameter for large bases only. */
  readonly stored?: Precision;
  /** What was put into its pretraining by hand, for the card; a base of found data has none. */
  readonly planted?: Readonly<Record<string, unknown>>;
  /** Data sources with their licences, for the card. */
  readonly data: readonly { readonly name: string; readonly licence: string }[];
  /** `seed`: of another pretraining than the recipe's, where the data depend on it. */
  load(read: ReadText, seed?: number): Promise<LoadedCorpus>;
}

/** The card of a pretrained checkpoint, public/checkpoints/<id>.json, or of a snapshot, <id>.<step>.json. */
export interface BaseCard {
  readonly id: string;
  /** Only in the card of a snapshot: after how many steps of pretraining it was taken. */
  readonly step?: number;
  readonly config: StoredConfig;
  readonly parameters: number;
  readonly recipe: Base["recipe"];
  readonly data: Base["data"];
  readonly planted?: Base["planted"];
  /** CPU time of the pretraining until then, of all threads together. */
  readonly cpuSeconds?: number;
  /** Steps at which the held-out loss was measured, and the loss (nats a token). */
  readonly curve: readonly { readonly step: number; readonly loss: number }[];
  readonly heldOutLoss: number;
  readonly probes: readonly { readonly id: string; readonly loss: number; readonly exact: number }[];
  readonly bytes: number;
  /** Number format in the file. */
  readonly dtype: Precision;
  /** SHA-256 of the safetensors file, hexadecimal. */
  readonly sha256: string;
}
