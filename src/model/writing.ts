import type { Random } from "../lib/random";
import type { Generated, GenerateSettings } from "./generation";

/** A text while it is written: its new tokens, and whether more may follow. */
export class Writing {
  private readonly ids: number[] = [];
  private readonly logProbs: number[] = [];
  private stopped: Generated["stopped"] | null = null;
  private readonly most: number;
  private readonly limit: "most" | "context";
  /** Where its draws come from. */
  readonly random: Random | undefined;

  /** `room`: free positions of the context. `name` tells its random stream from that of others. */
  constructor(
    room: number,
    private readonly settings: Pick<GenerateSettings, "most" | "end" | "stop" | "random">,
    name: string,
  ) {
    this.most = Math.min(settings.most, room);
    this.limit = settings.most <= room ? "most" : "context";
    this.random = settings.random?.fork(name);
    this.endAtLimit();
  }

  get isOpen(): boolean {
    return this.stopped === null;
  }

  /** Tokens that may still follow. */
  get left(): number {
    return this.isOpen ? this.most - this.ids.length : 0;
  }

  /** Takes the next token; what comes after the end is dropped. */
  take(token: number, logProb: number): void {
    if (!this.isOpen) return;
    const { end, stop } = this.settings;
    this.logProbs.push(logProb);
    if (token === end) {
      this.stopped = "end";
      return;
    }
    this.ids.push(token);
    if (stop?.(this.ids)) this.stopped = "stop";
    else this.endAtLimit();
  }

  /** What was written. */
  result(): Generated {
    if (this.stopped === null) throw new Error("the text is not complete yet");
    return { ids: this.ids, logProbs: Float32Array.from(this.logProbs), stopped: this.stopped };
  }

  private endAtLimit(): void {
    if (this.ids.length >= this.most) this.stopped = this.limit;
  }
}
