import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../engine/engine";
import { defaultOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import { decodeTensors, type PlainTensor } from "../lib/safetensors";
import { findMethod } from "../methods/index";
import { tokensHead } from "../model/config";
import {
  type MethodFixture,
  type ModelFixture,
  readMethodFixture,
  readModelFixture,
  toPlain,
} from "../model/fixtures/read-fixture";
import { generate } from "../model/generate";
import { characterTokenizer, type Tokenizer, wordTokenizer } from "../model/tokenizer";
import { forward } from "../model/transformer";
import type { LoadedTask } from "../tasks/task";
import { answer } from "../training/evaluate";
import { toModel } from "../training/load-base";
import { TrainingSession } from "../training/session";
import { type Bundle, baseAndAdapterBundle, modelBundle } from "./bundle";
import type { OneStack } from "./layout";
import type { Contents } from "./readme";
import type { WholeModel } from "./whole-model";

/** A folder exported from a fixture of src/model/fixtures, and what must come out of it. */
export interface ExportedCase {
  readonly name: string;
  readonly contents: Contents;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The tokens of the fixture, and the logits that PyTorch computed for them without any export. */
  readonly tokens: number[][];
  readonly logits: number[];
  /** What the lines of the README print. */
  readonly printed: string;
  /** Texts and the ids that our tokenizer gives them. */
  readonly texts: readonly { readonly text: string; readonly ids: readonly number[] }[];
  /** The files hold numbers of the fixture, in other places; not numbers that were computed with. */
  readonly isExact: boolean;
}

const prompt = { decoder: "?ab=", encoder: "A lovely don't 12 !" } as const;
const strange = { decoder: "a b\n=é.", encoder: "it's  a [MASK], café (x) don't" } as const;
const classNames = ["low", "middle", "high"];

/** The folders of one method's fixture: with the adapter where PEFT has a class for it, merged where it can be. */
export async function exportFixture(engine: Engine, name: string): Promise<ExportedCase[]> {
  const fixture = readMethodFixture(name);
  const model = readModelFixture(fixture.base);
  const session = sessionOf(engine, model, fixture);
  const { tensors } = decodeTensors(await session.save({}));
  const { config, base, tokenizer } = wholeModelOf(model);
  const options = { ...defaultOptions(findMethod(fixture.method)!.options), ...fixture.options };
  const merged = await mergedParameters(session);
  const example = { prompt: prompt[config.kind], answer: null };
  const origin = { title: name, example };
  const adapter = { method: fixture.method, options, config, steps: 3, tensors };
  const bundles: [Contents, Bundle][] = [
    ["base-and-adapter", baseAndAdapterBundle(adapter, base, origin)],
    ...(merged
      ? [["merged", modelBundle({ ...base, parameters: merged }, origin)] as [Contents, Bundle]]
      : []),
  ];
  const printed = await answerOf(engine, session, tokenizer, base);
  const texts = [prompt[config.kind], strange[config.kind]].map((text) => ({
    text,
    ids: [...(config.kind === "encoder" ? [1] : []), ...tokenizer.encode(text).ids],
  }));
  session.dispose();
  return bundles.flatMap(([contents, bundle]) =>
    bundle.ok
      ? [
          {
            name: `${name}, ${contents}`,
            contents,
            files: bundle.files,
            tokens: model.tokens,
            logits: fixture.logits.values,
            printed,
            texts,
            isExact: contents !== "merged" && fixture.method !== "p-tuning" && !options.projection,
          },
        ]
      : [],
  );
}

function sessionOf(
  engine: Engine,
  { config, parameters }: ModelFixture,
  fixture: MethodFixture,
): TrainingSession {
  const own = Object.entries(toPlain(parameters)).filter(([name]) => !name.startsWith("classifier."));
  const session = new TrainingSession(
    engine,
    toModel({ ...config, head: tokensHead }, Object.fromEntries(own)),
    {
      method: findMethod(fixture.method)!,
      options: fixture.options,
      seed: 1,
      head: config.head,
    },
  );
  const variables = { ...toPlain(fixture.variables), ...toPlain(fixture.fixed) };
  session.restore({ steps: 0, variables, moments: {}, buffers: {} });
  return session;
}

function wholeModelOf(model: ModelFixture): {
  config: OneStack;
  base: WholeModel;
  tokenizer: Tokenizer;
} {
  const { config, parameters } = model;
  if (config.kind === "encoder-decoder") throw new Error("no fixture of an export has two stacks");
  const tokenizer =
    config.kind === "decoder"
      ? characterTokenizer(["", ..."=.?abcdefg"].slice(0, config.vocabulary))
      : wordTokenizer(
          ["", "[CLS]", "[MASK]", "[UNK]", "a", "lovely", "don't", "12", "!", ",", "it's", "(", "é"],
          "[UNK]",
        );
  const base = Object.fromEntries(
    Object.entries(toPlain(parameters)).filter(([name]) => !name.startsWith("classifier.")),
  );
  return {
    config,
    tokenizer,
    base: {
      config,
      parameters: base,
      vocabulary: { unit: tokenizer.unit, tokens: tokenizer.vocabulary },
      end: config.kind === "decoder" ? tokenizer.id(".") : -1,
      classes: config.head.kind === "classes" ? classNames.slice(0, config.head.k) : [],
    },
  };
}

async function mergedParameters(session: TrainingSession): Promise<Record<string, PlainTensor> | null> {
  const merged = session.merged();
  if (!merged) return null;
  const read = Object.entries(merged.params).map(
    ([name, tensor]) => [name, { shape: tensor.shape, data: tensor.dataSync() as Float32Array }] as const,
  );
  return Object.fromEntries(read);
}

/** What our own generation answers, as the README's lines print it: with the mark that ends it, or a class. */
async function answerOf(
  engine: Engine,
  session: TrainingSession,
  tokenizer: Tokenizer,
  { config, end, classes }: WholeModel,
): Promise<string> {
  const subject = { ops: engine.ops, model: session.model, edits: session.edits };
  const { ids } = tokenizer.encode(prompt[config.kind]);
  if (config.kind === "encoder") {
    if (config.head.kind !== "classes") {
      const logits = forward(
        engine.ops,
        session.model,
        tf.tensor2d([[1, ...ids]], undefined, "int32"),
        session.edits,
      );
      const chosen = Array.from(tf.argMax(logits, -1).dataSync());
      return tokenizer.decode(chosen.filter((id) => id > 3));
    }
    const task = { classes } as LoadedTask;
    return (await answer(subject, task, [Int32Array.from([1, ...ids])]))[0]!.text;
  }
  const settings = { end, most: config.context, temperature: 0, random: createRandom(0) };
  const [samples] = await generate(subject, [ids], settings);
  const generated = samples![0]!.ids;
  const isCut = ids.length + generated.length >= config.context;
  return tokenizer.decode([...generated, ...(isCut ? [] : [end])]);
}
