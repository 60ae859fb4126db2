import * as tf from "@tensorflow/tfjs-core";
import type { Subject } from "../model/subject";
import { forward } from "../model/transformer";
import { InputError, type LoadedTask } from "../tasks/task";
import { isScalable, scaleEdits } from "./scale-edits";

/** A text that is written token by token, with a lane's adapter at some strength. */
export interface WriteOn {
  readonly input: string;
  /** Ids of the tokens written so far. */
  readonly written: readonly number[];
  /** 0: the base; 1: the adapter as it was trained. */
  readonly strength: number;
}

/** The next token. */
export interface NextToken {
  /** The likeliest choices, the first is taken; for a task of classes these are the classes. */
  readonly choices: readonly { readonly id: number; readonly text: string; readonly chance: number }[];
  /** The text is complete: the likeliest token ends it, the context is full, or the task is one of classes. */
  readonly ended: boolean;
  /** Whether other strengths than 0 and 1 mean anything for this method. */
  readonly scalable: boolean;
}

const shown = 5;

/** The next token of a text under an adapter. Throws InputError for an input that cannot be asked. */
export async function writeOn(
  { ops, model, edits }: Subject,
  task: LoadedTask,
  { input, written, strength }: WriteOn,
): Promise<NextToken> {
  const prompt = task.prompt(input);
  const isClass = task.classes.length > 0;
  const { opening } = task;
  const tokens = isClass ? Array.from(prompt) : [...(opening ?? prompt), ...written];
  if (tokens.length > model.config.context) throw new InputError("too-long", String(model.config.context));
  const scaled = scaleEdits(edits, strength, ops);
  const probabilities = tf.tidy(() => {
    const ids = tf.tensor2d([tokens], [1, tokens.length], "int32");
    const row = isClass ? 0 : tokens.length - 1;
    const source = opening && tf.tensor2d([Array.from(prompt)], undefined, "int32");
    return tf.softmax(forward(ops, model, ids, scaled, { rows: tf.tensor1d([row], "int32"), source }));
  });
  const values = (await probabilities.data()) as Float32Array;
  probabilities.dispose();
  const name = (id: number): string => (isClass ? task.classes[id]! : task.tokenizer.decode([id]));
  const choices = Array.from(values, (chance, id) => ({ id, text: name(id), chance }))
    .sort((a, b) => b.chance - a.chance)
    .slice(0, shown);
  const full = tokens.length >= model.config.context;
  return { choices, ended: isClass || full || choices[0]?.id === task.end, scalable: isScalable(edits) };
}
