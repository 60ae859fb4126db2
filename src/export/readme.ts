import { noShift, type Shift } from "./layout";

/** A question to the model and what it answered when it was exported. */
export interface Example {
  /** All that the model reads, as text: "?walk=". */
  readonly prompt: string;
  /** null where the lane was still training. */
  readonly answer: string | null;
}

/** What a README tells of an export. */
export interface About {
  /** "toolbox-micro, past-tense, LoRA, 200 steps" */
  readonly title: string;
  readonly example: Example;
  /** What the model gives: the next token, a class, or the token at each place. */
  readonly gives: "next-token" | "class" | "tokens";
  /** The first release of PEFT that was seen to load such an adapter; null where there is no adapter in the zip. */
  readonly since: string | null;
  /** Parameters of the base were trained along and are in base/ as they were left. */
  readonly baseTrained: boolean;
  readonly shift: Shift;
}

/** What is in the zip: the adapter alone, the adapter with its base, or one plain model. */
export type Contents = "adapter" | "base-and-adapter" | "merged";

/** README.md of an export, with the lines of Python that load it. */
export function readme(contents: Contents, about: About): string {
  const { title, gives } = about;
  return [
    `# ${title}`,
    "Trained and exported by the Tuning Playground.",
    files(contents, gives),
    contents === "adapter" ? "" : use(contents, about),
    contents === "adapter" ? "" : model(gives),
    contents === "merged" ? "" : adapterNotes(about),
    triedWith(about),
  ]
    .filter((section) => section !== "")
    .join("\n\n")
    .concat("\n");
}

function files(contents: Contents, gives: About["gives"]): string {
  if (contents === "adapter") {
    return "`adapter_config.json` and `adapter_model.safetensors` are the adapter in the format of HF PEFT. It looks for its base in `./base`: export “base + adapter” once on the page, and put the folder `base/` of that zip beside these files.";
  }
  const folder = contents === "merged" ? "model" : "base";
  const rows = [
    ...(contents === "merged"
      ? ["`model/`: the base with the adapter merged in, and its tokenizer"]
      : ["`adapter/`: the adapter in the format of HF PEFT", "`base/`: the base and its tokenizer"]),
    ...(gives !== "next-token"
      ? [`\`modeling_playground.py\`: the PyTorch class that loads \`${folder}/\``]
      : []),
  ];
  return rows.map((row) => `- ${row}`).join("\n");
}

function use(contents: "base-and-adapter" | "merged", about: About): string {
  const { example, gives } = about;
  const packages = ["torch", "transformers", ...(contents === "merged" ? [] : ["peft"])].join(" ");
  const expected = example.answer === null ? "" : `\n\nOn the page it answered \`${example.answer}\`.`;
  return [
    "## Use it",
    `\`pip install ${packages}\`, then start Python in this folder:`,
    `\`\`\`python\n${pythonLines(contents, about)}\n\`\`\`${expected}`,
    ...(contents === "base-and-adapter" && gives === "next-token" ? [oneCall] : []),
  ].join("\n\n");
}

/** The ten lines that load an export and ask it the example's question. */
export function pythonLines(contents: "base-and-adapter" | "merged", about: About): string {
  const { example, gives } = about;
  const prompt = JSON.stringify(example.prompt);
  const folder = contents === "merged" ? "./model" : "./base";
  const isMerged = contents === "merged";
  if (gives !== "next-token") {
    const answer =
      gives === "class"
        ? `${isMerged ? "model" : "base"}.config.id2label[str(logits.argmax().item())]`
        : 'tokenizer.decode(logits[-text["input_ids"].shape[1] :].argmax(-1), skip_special_tokens=True)';
    return [
      ...(isMerged ? [] : ["from peft import PeftModel"]),
      "from transformers import PreTrainedTokenizerFast",
      "from modeling_playground import Encoder",
      "",
      `${isMerged ? "model" : "base"} = Encoder.from_pretrained("${folder}")`,
      ...(isMerged ? [] : ['model = PeftModel.from_pretrained(base, "./adapter").eval()']),
      `tokenizer = PreTrainedTokenizerFast.from_pretrained("${folder}")`,
      `text = tokenizer(${prompt}, return_tensors="pt")`,
      "logits = model(**text).logits[0]",
      `print(${answer})`,
    ].join("\n");
  }
  return [
    ...(isMerged ? [] : ["from peft import PeftModel"]),
    "from transformers import AutoModelForCausalLM, AutoTokenizer",
    "",
    `${isMerged ? "model" : "base"} = AutoModelForCausalLM.from_pretrained("${folder}")${isMerged ? ".eval()" : ""}`,
    ...(isMerged ? [] : ['model = PeftModel.from_pretrained(base, "./adapter").eval()']),
    `tokenizer = AutoTokenizer.from_pretrained("${folder}")`,
    `prompt = tokenizer(${prompt}, return_tensors="pt")`,
    "tokens = model.generate(**prompt)[0]",
    'answer = tokens[prompt["input_ids"].shape[1] :]',
    "print(tokenizer.decode(answer, skip_special_tokens=True))  # the end mark is part of it",
  ].join("\n");
}

const oneCall =
  '`AutoPeftModelForCausalLM.from_pretrained("./adapter")` loads both in one call and needs no internet. Start Python in this folder, because the adapter looks for its base in `./base`.';

function model(gives: About["gives"]): string {
  if (gives === "next-token")
    return "## The model\n\nAn OPT (`OPTForCausalLM`) with pre-LN blocks, learned positions and the activation `gelu_new`. OPT adds 2 to every position, so the first two rows of the position table are never read: they hold zeros. One token is one character; the tokenizer drops characters it does not know. Write a prompt exactly as in the lines above: the model learned questions in that form.";
  const head =
    gives === "class"
      ? "a classifier that reads the first token, [CLS]"
      : "a head that predicts the token at each place";
  return `## The model\n\nA transformer encoder with pre-LN blocks, learned positions, GELU in its tanh form, and ${head}. transformers has no such class, so the zip brings one: \`modeling_playground.py\`. It needs only PyTorch.`;
}

function adapterNotes({ shift, gives, baseTrained }: About): string {
  const notes = [
    ...(shift === noShift || shift.positions === 0 ? [] : [shiftNote(shift, gives)]),
    ...(baseTrained ? ["This method also trained the base: `base/` is the base after training."] : []),
  ];
  return notes.length > 0 ? ["## Good to know", ...notes].join("\n\n") : "";
}

function shiftNote({ positions, firstToken }: Shift, gives: About["gives"]): string {
  const what = firstToken > 0 ? "prompt vectors" : "prefix positions";
  const first =
    gives === "class" && firstToken > 0
      ? ` The classifier reads [CLS] at position ${firstToken}, after the prompt (\`first_token\` in \`config.json\`).`
      : "";
  return `PEFT gives the first positions to the ${positions} ${what}, so that the text starts at position ${positions}. On the page the text keeps the positions that the base was trained with. To answer as the page does, the position table in \`base/\` has ${positions} rows of zeros in front.${first} Use this base only with this adapter, or with another one with ${positions} ${what}: alone it reads the wrong positions. The adapter in turn needs this base: on any other copy PEFT gives wrong answers, without a warning.`;
}

function triedWith({ since, gives }: About): string {
  const isOpt = gives === "next-token";
  const hasAdapter = since !== null;
  const tried = `transformers 5.18.0 and 4.57.6${hasAdapter ? ", HF PEFT 0.21.0" : ""}`;
  const sentences = [
    `Folders made in the same way from small test models were loaded with torch 2.13, ${tried}: the lines above run as they are, and the logits agree with the page's to 1e-4.`,
    ...(since === null || !isOpt ? [] : [onOpt(since)]),
    "Other releases may well work, but nobody has tried them.",
  ];
  return `## Tried with\n\n${sentences.join(" ")}`;
}

function onOpt(since: string): string {
  const older = since === "0.5.0" ? "" : " In older ones they fail or answer wrongly.";
  return `Adapters of this kind load in releases of HF PEFT from ${since} on.${older}`;
}
