/** How long the page may wait for losses and pace, in milliseconds. */
const interval = 250;

/** Measures how fast steps are taken, from one report to the next. */
export class StepRate {
  private time = performance.now();

  constructor(private step: number) {}

  /** Whether a report is due. */
  get isDue(): boolean {
    return performance.now() - this.time > interval;
  }

  /** Steps a second since the last report. */
  stepsPerSecond(step: number): number {
    const now = performance.now();
    const rate = ((step - this.step) * 1000) / Math.max(1, now - this.time);
    this.time = now;
    this.step = step;
    return rate;
  }
}
