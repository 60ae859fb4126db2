import { loadTangTokenizer, opening, tangContext } from "../tang-format";
import type { ReadText } from "../task";
import { toolboxContext, toolboxTokenizer, tuningTag } from "../toolbox-format";
import type { Frame } from "./framed-pairs";

export type LoadFrame = (read: ReadText) => Promise<Frame>;

/** Pairs in letters, as the other tuning tasks of the toolbox: "?walk=walked." */
export const lettersFrame: LoadFrame = async () => ({
  tokenizer: toolboxTokenizer,
  context: toolboxContext,
  before: tuningTag,
  between: "=",
  end: ".",
});

/** Pairs in Chinese characters: "¶明月：月明。" */
export const charactersFrame: LoadFrame = async (read) => ({
  tokenizer: await loadTangTokenizer(read),
  context: tangContext,
  before: opening,
  between: "：",
  end: "。",
});
