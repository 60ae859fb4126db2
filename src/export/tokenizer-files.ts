// The tokenizer as Hugging Face's `tokenizers` and `transformers` read it.
import { json } from "./file-text";
import type { ModelVocabulary } from "./whole-model";

/** Our id 0 has no text; Hugging Face asks for one. */
const padding = "<pad>";
/** Tokens of a word vocabulary that stand for no word of a text. */
const special = { cls_token: "[CLS]", mask_token: "[MASK]", unk_token: "[UNK]" } as const;

export type TokenizerFile = "tokenizer.json" | "tokenizer_config.json" | "special_tokens_map.json";

/** tokenizer.json and the two files beside it that transformers reads; `context`: most tokens the model takes. */
export function tokenizerFiles(
  vocabulary: ModelVocabulary,
  context: number,
): Record<TokenizerFile, Uint8Array> {
  const named = { pad_token: padding, ...(vocabulary.unit === "word" ? special : {}) };
  const added = addedTokens(vocabulary);
  return {
    "tokenizer.json": json({
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: added,
      ...(vocabulary.unit === "word" ? words(vocabulary) : characters(vocabulary)),
    }),
    "tokenizer_config.json": json({
      tokenizer_class: "PreTrainedTokenizerFast",
      ...named,
      added_tokens_decoder: Object.fromEntries(added.map(({ id, ...token }) => [id, token])),
      clean_up_tokenization_spaces: false,
      model_input_names: ["input_ids", "attention_mask"],
      model_max_length: context,
      // A decoder goes on from the last token of each row.
      padding_side: vocabulary.unit === "character" ? "left" : "right",
    }),
    "special_tokens_map.json": json(named),
  };
}

interface AddedToken {
  readonly id: number;
  readonly content: string;
  readonly single_word: boolean;
  readonly lstrip: boolean;
  readonly rstrip: boolean;
  readonly normalized: boolean;
  readonly special: boolean;
}

function addedTokens({ unit, tokens }: ModelVocabulary): AddedToken[] {
  const contents = [padding, ...(unit === "word" ? Object.values(special) : [])];
  return contents
    .map((content) => ({ id: content === padding ? 0 : tokens.indexOf(content), content }))
    .sort((a, b) => a.id - b.id)
    .map((token) => ({
      ...token,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    }));
}

/** One token a character. A BPE without merges leaves out what is not in its vocabulary, as ours does. */
function characters({ tokens }: ModelVocabulary): object {
  return {
    normalizer: null,
    pre_tokenizer: split(String.raw`[\s\S]`, "Isolated"),
    post_processor: null,
    decoder: { type: "Fuse" },
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: ids(tokens),
      merges: [],
    },
  };
}

/** One token a lower-cased word, number or mark, behind [CLS]. */
function words({ tokens }: ModelVocabulary): object {
  const [first, a, b] = [
    { SpecialToken: { id: special.cls_token, type_id: 0 } },
    sequence("A"),
    sequence("B"),
  ];
  return {
    normalizer: { type: "Lowercase" },
    pre_tokenizer: {
      type: "Sequence",
      pretokenizers: [
        split(String.raw`\s+`, "Removed"),
        split(String.raw`[a-z]+(?:'[a-z]+)?|[0-9]+|[^\sa-z0-9]`, "Isolated"),
      ],
    },
    post_processor: {
      type: "TemplateProcessing",
      single: [first, a],
      pair: [first, a, b],
      special_tokens: {
        [special.cls_token]: {
          id: special.cls_token,
          ids: [tokens.indexOf(special.cls_token)],
          tokens: [special.cls_token],
        },
      },
    },
    decoder: null,
    model: { type: "WordLevel", vocab: ids(tokens), unk_token: special.unk_token },
  };
}

function sequence(id: "A" | "B"): object {
  return { Sequence: { id, type_id: 0 } };
}

function split(pattern: string, behavior: "Isolated" | "Removed"): object {
  return { type: "Split", pattern: { Regex: pattern }, behavior, invert: false };
}

function ids(tokens: readonly string[]): Record<string, number> {
  return Object.fromEntries(tokens.map((token, id) => [id === 0 ? padding : token, id]));
}
