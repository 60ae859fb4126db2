import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { bases, findBase } from "../bases/index";
import type { Tokenizer } from "../model/tokenizer";
import recorded from "./fixtures/tokenizers.json";
import { tokenizerFiles } from "./tokenizer-files";

interface Recorded {
  /** SHA-256 of the tokenizer.json that was read. */
  readonly sha256: string;
  readonly read: readonly {
    readonly text: string;
    readonly ids: readonly number[];
    readonly decoded: string;
  }[];
}

// fixtures/tokenizers.json holds what tokenizers 0.23.2 of Hugging Face made of these files (fixtures/read-tokenizers.mjs).
const byBase: Readonly<Record<string, Recorded>> = recorded;
const texts = [
  "?walk=",
  "",
  "零一二=三",
  "¶春眠不覺曉，處處聞啼鳥。",
  "Éa b\n(x) = “quoted”",
  "It's a LOVELY film , really[MASK] don't 12.5 café!",
  "The [CLS] of all [UNK] words; naïve's o'clock 3rd — thiſ  tab\there",
];
const ids = ["toolbox-micro", "tang-micro", "phrases-micro"];

async function tokenizerOf(id: string): Promise<{ tokenizer: Tokenizer; json: string }> {
  const base = findBase(id)!;
  const { tokenizer } = await base.load((path) => readFile(`public/${path}`, "utf8"));
  const vocabulary = { unit: tokenizer.unit, tokens: tokenizer.vocabulary };
  const json = tokenizerFiles(vocabulary, base.config.context)["tokenizer.json"];
  return { tokenizer, json: new TextDecoder().decode(json) };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

test.skipIf(process.env.TOKENIZERS === "write").each(ids)(
  "Hugging Face's tokenizers reads texts for %s as ours does",
  async (id) => {
    const { tokenizer, json } = await tokenizerOf(id);
    expect(sha256(json), "tokenizer.json changed since it was last read").toBe(byBase[id]?.sha256);
    expect(byBase[id]!.read.map(({ text }) => text)).toEqual(texts);
    const special = tokenizer.unit === "word" ? ["[CLS]", "[MASK]", "[UNK]"] : [];
    for (const { text, ids: theirs, decoded } of byBase[id]!.read) {
      const own = tokenizer.encode(text).ids;
      expect(theirs, text).toEqual(tokenizer.unit === "word" ? [tokenizer.id("[CLS]"), ...own] : own);
      expect(decoded, text).toBe(
        tokenizer.decode(own.filter((token) => !special.includes(tokenizer.vocabulary[token]!))),
      );
    }
  },
);

test("the bases of one family share their vocabulary, so three are enough", () => {
  expect([...new Set(bases.map(({ family }) => `${family}-micro`))].sort()).toEqual([...ids].sort());
});

test.runIf(process.env.TOKENIZERS === "write")("records what tokenizers makes of them", async () => {
  const script = "./fixtures/read-tokenizers.mjs";
  const { readWith } = await import(/* @vite-ignore */ script);
  const written: Record<string, Recorded> = {};
  for (const id of ids) {
    const { json } = await tokenizerOf(id);
    written[id] = { sha256: sha256(json), read: await readWith(json, texts) };
  }
  const path = new URL("fixtures/tokenizers.json", import.meta.url);
  await writeFile(path, `${JSON.stringify(written, null, 1)}\n`);
});

test("every token of a vocabulary has one place in the file", async () => {
  for (const id of ids) {
    const { tokenizer, json } = await tokenizerOf(id);
    const { model, added_tokens: added } = JSON.parse(json) as {
      model: { vocab: Record<string, number> };
      added_tokens: { id: number; content: string }[];
    };
    expect(Object.keys(model.vocab), id).toHaveLength(tokenizer.vocabulary.length);
    for (const token of added) expect(model.vocab[token.content], token.content).toBe(token.id);
  }
});
