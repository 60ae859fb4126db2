/** What is to be said beside the figures: English for the terminal; the page has words of its own for what it can meet. */
const texts = {
  adaptedFamilies: "HF PEFT offers LLaMA-Adapter for {{known}} only, not for models of type {{family}}",
  adaptedTooDeep: "the model has only {{blocks}} blocks: HF PEFT refuses adapter_layers = {{asked}}",
  asksForSizes:
    "HF PEFT cannot read {{missing}} from the config of a {{family}} model: add it to the PEFT config",
  asksForTargets: "HF PEFT has no default for models of type {{family}}: set {{asks}} yourself",
  asksForNorms:
    "HF PEFT has no default for models of type {{family}}: set target_modules yourself; every norm is counted here",
  blockMisfit:
    "{{asked}} does not divide the inputs, {{inputs}}, of {{module}}: HF PEFT takes {{taken}} instead",
  clash:
    "HF PEFT refuses this: {{module}} would get an adapter and be trained in full as well; leave it out of target_modules",
  clustersAssumed: "this takes every cluster to have at least subspace_rank rows; smaller ones train less",
  conv1DPassedOver: "HF PEFT's OSF skips Conv1D layers without a warning",
  cptWritesOnly: "HF PEFT refuses this: CPT is for CAUSAL_LM only",
  doraBias: "HF PEFT refuses this: lora_bias cannot go with use_dora",
  dynamicRank: "use_dynamic_rank looks at the weights themselves: the figure is the most there can be",
  falconLinear:
    "HF PEFT refuses this: Falcon's linear layers are of their own class, which GLoRA does not know",
  formerNames: "that is what HF transformers 4 calls them; from 5 on {{former}} is {{module}}",
  frozenHead:
    "HF PEFT's {{method}} has no modules_to_save: the fresh head stays frozen with its random weights",
  headNotSaved:
    "for {{task}} HF PEFT trains only modules called {{known}}; of {{modules}}, {{frozen}} fresh parameters stay frozen unless modules_to_save names them",
  imageHeadNotSaved: "modules_to_save does not name the fresh classifier: it stays frozen",
  initRank: "r is LoRA's and without effect here: AdaLoRA starts with init_r = {{rank}}",
  insideSaved: "modules_to_save names a module inside another: HF PEFT copies the inner one twice",
  layersIgnored:
    'HF PEFT ignores layers_to_transform where target_modules is "all-linear" or a pattern: every layer counts',
  layersRefused:
    'HF PEFT refuses this: layers_to_transform needs a list of names, not "all-linear" or a pattern',
  missingSaved: 'the model has no module "{{module}}" to save: HF PEFT skips the name{{meant}}',
  missingTarget: 'the model has no module "{{module}}": HF PEFT skips the name{{meant}}',
  mixedAdapters:
    "the {{adapters}} adapters are taken to be LoRA of rank {{rank}}; adapters and r say otherwise",
  noBiases: "this model has no biases: BitFit would have to add them",
  noChosenBiases: "what was chosen has no biases in this model: BitFit would have to add them",
  normClash:
    "HF PEFT refuses this: a norm of the head would be trained twice; leave it out of target_modules",
  prefixMisfit:
    "HF PEFT makes keys {{made}} wide, but the heads of this {{family}} model need {{needed}}: its forward pass stops with an error unless token_dim says so",
  readsNoTokens: "HF PEFT's soft prompts need a model that reads tokens",
  refusedKind: "HF PEFT refuses this: {{method}} does not work on {{module}} ({{kind}})",
  roles: "{{asked}} was read as the role of a matrix; HF PEFT knows names of modules only, here {{modules}}",
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
