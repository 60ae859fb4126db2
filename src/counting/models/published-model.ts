/** A published model: its name and the fields of its config.json that shape it. */
export interface PublishedModel {
  /** Its id on the HF hub without the owner. */
  readonly id: string;
  /** Other names, and ids of models of the very same shape. */
  readonly aliases?: readonly string[];
  readonly config: Readonly<Record<string, unknown>>;
}
