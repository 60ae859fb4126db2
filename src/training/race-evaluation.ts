/** Held-out loss and score, and on request answers to a few questions and how well the base's own skills are kept. */
export interface RaceEvaluation {
  readonly step: number;
  readonly heldOutLoss: number;
  readonly score: number;
  /** How many held-out questions they are of. */
  readonly of?: number;
  /** The series of the lane's objective, where it has any. */
  readonly series?: Readonly<Record<string, number>>;
  /** Loss and score are of the lane's objective: its model cannot answer the task. */
  readonly isOfObjective?: true;
  readonly examples: readonly { input: string; expected: string; answer: string; score: number }[];
  readonly probes: readonly { id: string; loss: number; exact: number }[];
}
