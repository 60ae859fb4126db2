import { python } from "./python";
import type { ModelKind, RealModel } from "./real-models";
import type { Recipe } from "./recipe";

/** transformers' class for each kind of model. */
export const autoModels: Readonly<Record<ModelKind, string>> = {
  "causal-lm": "AutoModelForCausalLM",
  "sequence-classification": "AutoModelForSequenceClassification",
  seq2seq: "AutoModelForSeq2SeqLM",
};

const evaluateLoss = (measured: string): string => python`
  @torch.no_grad()
  def evaluate(model, loader, accelerator):
      """Loss on the held-out rows, over all GPUs."""
      model.eval()
      losses = []
      for batch in loader:
          ${lossOf(measured)}
          losses.append(accelerator.gather_for_metrics(loss.repeat(len(batch["labels"]))))
      loss = torch.cat(losses).mean().item()
      return f"loss {loss:.4f}, perplexity {math.exp(min(loss, 20)):.2f}"
`;

/** A part of the model that accelerate has not wrapped needs the context of its mixed precision. */
const lossOf = (measured: string): string =>
  measured === "model"
    ? "loss = model(**batch).loss"
    : python`
        with accelerator.autocast():
            # Without the penalty that PEFT adds to the loss of the wrapped model.
            loss = ${measured}(**batch).loss
      `;

const evaluateClasses = python`
  @torch.no_grad()
  def evaluate(model, loader, accelerator):
      """Share of right classes on the held-out rows, over all GPUs."""
      model.eval()
      right, count = 0, 0
      for batch in loader:
          answers = model(**batch).logits.argmax(dim=-1)
          answers, labels = accelerator.gather_for_metrics((answers, batch["labels"]))
          right += (answers == labels).sum().item()
          count += len(labels)
      return f"accuracy {right / count:.4f}"
`;

const report = python`
  def report(model, accelerator):
      """Prints how much is trained."""
      trained = sum(p.numel() for p in model.parameters() if p.requires_grad)
      total = sum(p.numel() for p in model.parameters())
      accelerator.print(f"trained: {trained:,} of {total:,} parameters ({100 * trained / total:.4f} %)")
      if trained == 0:
          raise SystemExit("Nothing is trained: this model has none of the parameters that you chose.")
`;

const dropTooLong = python`
  # A prompt that fills all of max_length leaves nothing to learn.
  encoded = encoded.filter(lambda row: row["labels"].count(-100) < len(row["labels"]))
  if min(len(encoded["train"]), len(encoded["test"])) == 0:
      raise SystemExit(f"--max-length {args.max_length} leaves no room for an answer behind these prompts.")
`;

/** What is measured, and how much is trained. */
export function measureSection(kind: ModelKind, recipe: Recipe): string {
  return python`
    ${kind === "sequence-classification" ? evaluateClasses : evaluateLoss(recipe.measured ?? "model")}


    ${report}
  `;
}

const in4Bits = python`
  if args.load_in_4bit:
      settings["quantization_config"] = BitsAndBytesConfig(
          load_in_4bit=True,
          bnb_4bit_quant_type="nf4",
          bnb_4bit_use_double_quant=True,
          bnb_4bit_compute_dtype=torch.bfloat16,
      )
      settings["device_map"] = {"": accelerator.local_process_index}
`;

/** A function that loads the model in the precision asked for. */
export function modelSection({ kind }: RealModel, { quantizable }: Recipe): string {
  return python`
    def load(args, accelerator, **settings):
        """The pretrained model. In 16 bits the base takes half the memory; what is trained stays in float32."""
        ${quantizable ? in4Bits : ""}
        dtype = torch.bfloat16 if args.precision == "bf16" else torch.float32
        model = ${autoModels[kind]}.from_pretrained(args.model, torch_dtype=dtype, **settings)
        ${quantizable ? "return prepare_model_for_kbit_training(model) if args.load_in_4bit else model" : "return model"}
  `;
}

const onMerge = (merge: string): string => python`
  if args.merge:
      ${merge}
`;

/** The whole run: data, model, optimiser, loop, files. */
export function mainSection(kind: ModelKind, recipe: Recipe): string {
  const classifies = kind === "sequence-classification";
  const groups = recipe.groups ?? "[p for p in model.parameters() if p.requires_grad]";
  return python`
    def main(argv=None):
        args = settings(argv)
        set_seed(args.seed)
        accelerator = Accelerator(
            gradient_accumulation_steps=args.accumulate,
            mixed_precision="bf16" if args.precision == "bf16" else "no",
        )
        tokenizer = AutoTokenizer.from_pretrained(args.model)
        if tokenizer.pad_token is None:
            tokenizer.pad_token = tokenizer.eos_token

        with accelerator.main_process_first():  # the others then find it in the cache
            rows = load_rows(args)
            encoded = rows.map(
                encode,
                fn_kwargs={"tokenizer": tokenizer, "max_length": args.max_length},
                remove_columns=rows["train"].column_names,
            )
            ${kind === "causal-lm" ? dropTooLong : ""}

        def loader(split):
            return DataLoader(
                encoded[split],
                batch_size=args.batch,
                shuffle=split == "train",
                collate_fn=lambda batch: collate(batch, tokenizer.pad_token_id),
            )

        train_loader, test_loader = loader("train"), loader("test")
        # Each GPU takes its share of the batches, and one step of the optimiser takes args.accumulate of them.
        batches = math.ceil(len(train_loader) / accelerator.num_processes)
        total_steps = args.epochs * math.ceil(batches / args.accumulate)

        model = load(args, accelerator${classifies ? `, num_labels=len(rows["train"].unique("label"))` : ""})
        model = tune(model, args, total_steps)
        for parameter in model.parameters():
            if parameter.requires_grad:
                parameter.data = parameter.data.float()  # in 16 bits small steps would be rounded away
        report(model, accelerator)

        groups = ${groups}
        optimizer = torch.optim.AdamW(groups, lr=args.lr, weight_decay=args.weight_decay)
        warm_up = int(args.warm_up * total_steps)
        scheduler = get_linear_schedule_with_warmup(optimizer, warm_up, total_steps)
        model, optimizer, train_loader, test_loader = accelerator.prepare(
            model, optimizer, train_loader, test_loader
        )

        step = 0
        accelerator.print(f"before: {evaluate(model, test_loader, accelerator)}")
        for epoch in range(args.epochs):
            model.train()
            for batch in train_loader:
                with accelerator.accumulate(model):
                    loss = model(**batch).loss
                    accelerator.backward(loss)
                    if accelerator.sync_gradients:
                        accelerator.clip_grad_norm_(model.parameters(), 1.0)
                    optimizer.step()
                    ${recipe.afterStep ?? ""}
                    optimizer.zero_grad()
                if accelerator.sync_gradients:
                    scheduler.step()
                    step += 1
                    if step % 20 == 0:
                        accelerator.print(f"step {step} of {total_steps}: loss {loss.item():.4f}${recipe.penalty ? ` (${recipe.penalty})` : ""}")
            accelerator.print(f"epoch {epoch + 1}: {evaluate(model, test_loader, accelerator)}")

        accelerator.wait_for_everyone()
        if accelerator.is_main_process:
            tuned = accelerator.unwrap_model(model)
            ${recipe.save}
            tokenizer.save_pretrained(args.output)
            ${recipe.merge === null ? "" : onMerge(recipe.merge)}
  `;
}
