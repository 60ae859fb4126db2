import { encoderFiles } from "./encoder-files";
import { text } from "./file-text";
import { exportPeft } from "./hf-peft";
import { noShift, type Refusal, type Shift, type TrainedAdapter } from "./layout";
import modeling from "./modeling_playground.py?raw";
import { optFiles } from "./opt-files";
import { type About, type Contents, type Example, readme } from "./readme";
import { tokenizerFiles } from "./tokenizer-files";
import type { WholeModel } from "./whole-model";

/** Files by their path in the zip, or why there are none. */
export type Bundle =
  | { readonly ok: true; readonly files: Readonly<Record<string, Uint8Array>> }
  | { readonly ok: false; readonly refusal: Refusal };

/** What the README says of where an export comes from. */
export interface Origin {
  readonly title: string;
  readonly example: Example;
}

/** The adapter alone, with a README. */
export function adapterBundle(adapter: TrainedAdapter, title: string): Bundle {
  const peft = exportPeft(adapter);
  if (!peft.ok) return peft;
  if (Object.keys(peft.trainedBase).length > 0) return { ok: false, refusal: "base-trained" };
  const { shift, since } = peft;
  const example = { prompt: "", answer: null };
  const about = { title, example, shift, since, gives: gives(adapter), baseTrained: false };
  return { ok: true, files: { "README.md": text(readme("adapter", about)), ...peft.files } };
}

/** The adapter in adapter/, and in base/ a base that answers with it as the page does. */
export function baseAndAdapterBundle(adapter: TrainedAdapter, base: WholeModel, origin: Origin): Bundle {
  const peft = exportPeft(adapter);
  if (!peft.ok) return peft;
  const { shift, since, trainedBase } = peft;
  const model = { ...base, parameters: { ...base.parameters, ...trainedBase } };
  const about = { ...origin, shift, since, baseTrained: Object.keys(trainedBase).length > 0 };
  const files = { ...inFolder("adapter", peft.files), ...inFolder("base", modelFiles(model, shift)) };
  return { ok: true, files: withReadme("base-and-adapter", model, about, files) };
}

/** One plain model in model/, without an adapter. */
export function modelBundle(model: WholeModel, origin: Origin): Bundle {
  const about = { ...origin, shift: noShift, since: null, baseTrained: false };
  return {
    ok: true,
    files: withReadme("merged", model, about, inFolder("model", modelFiles(model, noShift))),
  };
}

/** A folder that loads by itself: config, parameters, tokenizer. */
export function modelFiles(model: WholeModel, shift: Shift): Record<string, Uint8Array> {
  return {
    ...(isEncoder(model) ? encoderFiles(model, shift) : optFiles(model, shift)),
    ...tokenizerFiles(model.vocabulary, model.config.context),
  };
}

function withReadme(
  contents: Contents,
  model: WholeModel,
  about: Omit<About, "gives">,
  files: Readonly<Record<string, Uint8Array>>,
): Record<string, Uint8Array> {
  return {
    "README.md": text(readme(contents, { ...about, gives: gives(model) })),
    ...(isEncoder(model) ? { "modeling_playground.py": text(modeling) } : {}),
    ...files,
  };
}

function inFolder(folder: string, files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));
}

function isEncoder({ config }: Pick<WholeModel, "config">): boolean {
  return config.kind === "encoder";
}

function gives({ config }: Pick<WholeModel, "config">): About["gives"] {
  if (config.head.kind === "classes") return "class";
  return config.kind === "decoder" ? "next-token" : "tokens";
}
