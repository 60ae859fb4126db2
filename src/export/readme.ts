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
    return "`adapter_config.json` and `adapter_model.safetensors` are the adapter as HF PEFT keeps it. It names its base as `./base`: export “base + adapter” once to get that folder, and put it beside this one.";
  }
  const folder = contents === "merged" ? "model" : "base";
  const rows = [
    ...(contents === "merged"
      ? ["`model/`: the base with the adapter merged in, and its tokenizer"]
      : ["`adapter/`: the adapter as HF PEFT keeps it", "`base/`: the base and its tokenizer"]),
    ...(gives !== "next-token"
      ? [`\`modeling_playground.py\`: the PyTorch module that loads \`${folder}/\``]
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
    "print(tokenizer.decode(answer, skip_special_tokens=True))  # with the mark that ends it",
  ].join("\n");
}

const oneCall =
  '`AutoPeftModelForCausalLM.from_pretrained("./adapter")` loads both in one call, offline too: it looks for `./base` from where Python was started, and the leading `./` keeps it from asking the hub.';

function model(gives: About["gives"]): string {
  return gives !== "next-token"
    ? "## The model\n\nA pre-LN transformer encoder with learned positions, GELU in its tanh form, and a head that reads the first token where there are classes. transformers has no class for it, so `modeling_playground.py` brings it along; it needs PyTorch alone."
    : "## The model\n\nAn OPT (`OPTForCausalLM`) with the activation `gelu_new`: pre-LN, learned positions, output matrix and token embedding are one. OPT reads positions two rows further down its table, so the first two rows are zeros. One token is one character; characters that are not in the vocabulary are left out. Right answers need the prompt exactly as the page frames it, as in the lines above.";
}

function adapterNotes({ shift, gives, baseTrained }: About): string {
  const notes = [
    ...(shift === noShift || shift.positions === 0 ? [] : [shiftNote(shift, gives)]),
    ...(baseTrained
      ? ["This method trained the base too: `base/` holds it as training left it, not as it was before."]
      : []),
  ];
  return notes.length > 0 ? ["## Good to know", ...notes].join("\n\n") : "";
}

function shiftNote({ positions, firstToken }: Shift, gives: About["gives"]): string {
  const what = firstToken > 0 ? "prompt vectors" : "prefix positions";
  const first =
    gives === "class" && firstToken > 0
      ? ` The classifier reads [CLS] at place ${firstToken}, behind the prompt (\`first_token\` in \`config.json\`).`
      : "";
  return `PEFT counts positions from the ${positions} ${what} on; the page leaves real tokens at the positions they were trained with. \`base/\` makes up for that: its position table has ${positions} empty rows in front.${first} So this base is for this adapter, or another one with ${positions} ${what}; without an adapter its positions are wrong. With another base of the same name, PEFT loads the adapter without a warning and answers wrongly.`;
}

function triedWith({ since, gives }: About): string {
  const isOpt = gives === "next-token";
  const sentences = [
    isOpt
      ? "A second implementation of OPT in plain PyTorch (torch 1.13) reads folders like this one and gives the page's logits to 1e-4. Bases of this kind were loaded, and the lines above run, with transformers 5.18.0; their names and config with development versions of 4.47 and 5.0."
      : "`modeling_playground.py` was run with torch 1.13 and 2.13 and gives the page's logits to 1e-4.",
    ...(since === null ? [] : [isOpt ? onOpt(since) : onEncoder]),
    "The tokenizer was read by tokenizers 0.23. Other versions may well work; nobody has tried them.",
  ];
  return `## Tried with\n\n${sentences.join(" ")}`;
}

function onOpt(since: string): string {
  const older = since === "0.5.0" ? "" : " Older releases fail or answer wrongly.";
  return `Adapters of this kind, with these names, shapes and fields, were loaded by releases of HF PEFT from ${since} to 0.21.0.${older}`;
}

const onEncoder =
  "With HF PEFT 0.21.0 the lines above were run on this module for LoRA, (IA)³, prompt tuning and P-tuning v2.";
