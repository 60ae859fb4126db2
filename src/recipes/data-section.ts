import { python } from "./python";
import type { ModelKind } from "./real-models";

/** What the script asks of the user's JSONL file, a line an object. */
export const jsonlKeys: Readonly<Record<ModelKind, string>> = {
  "causal-lm": "prompt and completion",
  "sequence-classification": "text and label (0, 1, 2, ...)",
  seq2seq: "prompt and completion",
};

/** The public data set that is loaded where the user has none, brought into the same shape. */
const publicData: Readonly<Record<ModelKind, string>> = {
  "causal-lm": python`
    rows = load_dataset("openai/gsm8k", "main", split="train")
    rows = rows.map(lambda row: {"prompt": row["question"] + "\n", "completion": row["answer"]})
  `,
  "sequence-classification": python`
    rows = load_dataset("stanfordnlp/sst2", split="train").rename_column("sentence", "text")
  `,
  seq2seq: python`
    rows = load_dataset("Helsinki-NLP/opus_books", "en-fr", split="train")
    rows = rows.map(
        lambda row: {
            "prompt": "translate English to French: " + row["translation"]["en"],
            "completion": row["translation"]["fr"],
        }
    )
  `,
};

const encode: Readonly<Record<ModelKind, string>> = {
  "causal-lm": python`
    def encode(row, tokenizer, max_length):
        prompt = tokenizer(row["prompt"])["input_ids"]
        answer = tokenizer(row["completion"], add_special_tokens=False)["input_ids"]
        answer = answer + [tokenizer.eos_token_id]
        tokens = (prompt + answer)[:max_length]
        # A label of -100 is left out of the loss: only the answer is learned, not the prompt.
        labels = ([-100] * len(prompt) + answer)[:max_length]
        return {"input_ids": tokens, "attention_mask": [1] * len(tokens), "labels": labels}
  `,
  "sequence-classification": python`
    def encode(row, tokenizer, max_length):
        tokens = tokenizer(row["text"], truncation=True, max_length=max_length)["input_ids"]
        return {"input_ids": tokens, "attention_mask": [1] * len(tokens), "labels": row["label"]}
  `,
  seq2seq: python`
    def encode(row, tokenizer, max_length):
        # The encoder reads the prompt, the decoder is taught the answer: nothing else is in the loss.
        tokens = tokenizer(row["prompt"], truncation=True, max_length=max_length)["input_ids"]
        labels = tokenizer(row["completion"], truncation=True, max_length=max_length)["input_ids"]
        return {"input_ids": tokens, "attention_mask": [1] * len(tokens), "labels": labels}
  `,
};

/** The same as a Python dictionary of types. */
const jsonlTypes: Readonly<Record<ModelKind, string>> = {
  "causal-lm": `{"prompt": str, "completion": str}`,
  "sequence-classification": `{"text": str, "label": int}`,
  seq2seq: `{"prompt": str, "completion": str}`,
};

/** A function that looks at the user's file before anything is fetched. */
function checkData(kind: ModelKind): string {
  return python`
    def check_data(path):
        """Stops with a sentence if the file is not there or a line is not what it must be."""
        if not os.path.isfile(path):
            raise SystemExit(f"--data: there is no file {path}")
        rows = 0
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                except ValueError:
                    raise SystemExit(f"--data: line {number} of {path} is not JSON") from None
                for key, kind in ${jsonlTypes[kind]}.items():
                    if not isinstance(row, dict) or not isinstance(row.get(key), kind):
                        raise SystemExit(f'--data: line {number} of {path} has no "{key}" of type {kind.__name__}')
                rows += 1
        if rows < 2:
            raise SystemExit(f"--data: {path} has {rows} rows; training and testing need two at least")
  `;
}

/** Functions that load the rows, turn them into tokens and make batches. */
export function dataSection(kind: ModelKind): string {
  const classifies = kind === "sequence-classification";
  return python`
    ${checkData(kind)}


    def load_rows(args):
        """Rows with ${jsonlKeys[kind]}, shuffled and split into train and test."""
        if args.data:
            rows = load_dataset("json", data_files=args.data, split="train")
        else:
            ${publicData[kind]}
        rows = rows.shuffle(seed=args.seed)
        rows = rows.select(range(min(args.examples, len(rows))))
        return rows.train_test_split(test_size=0.1, seed=args.seed)


    ${encode[kind]}


    def collate(rows, pad_token):
        """Pads a batch on the right to its longest row."""

        def padded(key, value):
            width = max(len(row[key]) for row in rows)
            return torch.tensor([row[key] + [value] * (width - len(row[key])) for row in rows])

        return {
            "input_ids": padded("input_ids", pad_token),
            "attention_mask": padded("attention_mask", 0),
            "labels": ${classifies ? `torch.tensor([row["labels"] for row in rows])` : `padded("labels", -100)`},
        }
  `;
}
