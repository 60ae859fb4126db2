/** A checkpoint that is not there, is not the file its card describes, or does not fit its model. */
export class CheckpointError extends Error {
  override name = "CheckpointError";
  constructor(
    readonly base: string,
    readonly problem: "missing" | "hash" | "format",
    detail: string,
  ) {
    super(`checkpoint of "${base}": ${detail}`);
  }
}
