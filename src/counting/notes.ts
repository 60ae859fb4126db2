/** What is to be said beside the figures: English for the terminal; the page has words of its own for what it can meet. */
const texts = {
  adaptedFamilies: "HF PEFT has LLaMA-Adapter for {{known}} only, not for models of type {{family}}",
  adaptedTooDeep: "the model has only {{blocks}} blocks: HF PEFT refuses adapter_layers = {{asked}}",
  asksForSizes:
    "HF PEFT cannot read {{missing}} off the config of a {{family}} model: give it to the PEFT config",
  asksForTargets: "HF PEFT has no default for models of type {{family}}: it asks for {{asks}}",
  asksForNorms:
    "HF PEFT has no default for models of type {{family}}: it asks for target_modules; this is every norm",
  blockMisfit:
    "{{asked}} does not divide the inputs, {{inputs}}, of {{module}}: HF PEFT takes {{taken}} instead",
  clash:
    "HF PEFT refuses this: {{module}} would be tuned and trained as a whole; name target_modules that leave it out",
  clustersAssumed: "this takes every cluster to have at least subspace_rank rows; smaller ones train less",
  conv1DPassedOver: "HF PEFT's OSF passes over Conv1D layers without a word",
  cptWritesOnly: "HF PEFT refuses this: CPT is for CAUSAL_LM only",
  doraBias: "HF PEFT refuses this: lora_bias cannot go with use_dora",
  dynamicRank: "use_dynamic_rank looks at the weights themselves: the figure is the most there can be",
  falconLinear:
    "HF PEFT refuses this: Falcon's linear layers are of their own class, which GLoRA does not know",
  formerNames: "that is what HF transformers 4 calls them; from 5 on {{former}} is {{module}}",
  frozenHead: "HF PEFT's {{method}} has no modules_to_save: the fresh head stays frozen as it was drawn",
  headNotSaved:
    "for {{task}} HF PEFT trains only modules called {{known}}; of {{modules}}, {{frozen}} fresh parameters stay frozen unless modules_to_save names them",
  imageHeadNotSaved: "modules_to_save does not name the fresh classifier: it stays frozen",
  initRank: "r is LoRA's and without effect here: AdaLoRA starts with init_r = {{rank}}",
  insideSaved: "modules_to_save fits modules inside one another: HF PEFT copies the inner ones again",
  layersIgnored:
    'HF PEFT passes over layers_to_transform where target_modules is "all-linear" or a pattern: every layer counts',
  layersRefused:
    'HF PEFT refuses this: layers_to_transform needs a list of names, not "all-linear" or a pattern',
  missingSaved: 'the model has no module "{{module}}" to save, and HF PEFT passes over it{{meant}}',
  missingTarget: 'the model has no module "{{module}}", and HF PEFT passes over it{{meant}}',
  mixedAdapters:
    "the {{adapters}} adapters are taken to be LoRA of rank {{rank}}; adapters and r say otherwise",
  noBiases: "this model has no biases: BitFit would have to add them",
  noChosenBiases: "what was chosen has no biases in this model: BitFit would have to add them",
  normClash:
    "HF PEFT refuses this: the head would be tuned and trained as a whole; name target_modules that leave it out",
  prefixMisfit:
    "HF PEFT makes keys {{made}} wide, but the heads of this {{family}} model need {{needed}}: its forward pass stops with an error unless token_dim says so",
  readsNoTokens: "HF PEFT's soft prompts need a model that reads tokens",
  refusedKind: "HF PEFT refuses this: {{method}} cannot be put on {{module}}, which is of the kind {{kind}}",
  roles: "{{asked}} is taken for what a matrix does; HF PEFT goes by the names of modules, here {{modules}}",
  shadowBlocks: "HF PEFT refuses this: ShadowPEFT is for models whose blocks are called layers or h",
  stopsForTask:
    "HF PEFT refuses this: {{method}} has no modules_to_save, and stops with an error for {{task}}",
  textOnly: "only the language model of this {{type}} is counted, not what reads pictures or sound",
} as const;

export type NoteId = keyof typeof texts;

/** A sentence without its full stop, in English and as what it is made of. */
export interface Note {
  readonly id: NoteId;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text: string;
}

export function note(id: NoteId, values: Note["values"] = {}): Note {
  const text = texts[id].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => written(values[name]!));
  return { id, values, text };
}

function written(value: string | number): string {
  return typeof value === "number" ? value.toLocaleString("en") : value;
}

/** "; did you mean q_proj or k_proj?", empty where nothing is near. */
export function didYouMean(names: readonly string[]): string {
  return names.length > 0 ? `; did you mean ${names.join(" or ")}?` : "";
}
