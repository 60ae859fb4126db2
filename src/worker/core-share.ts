const lockName = "tuning-playground-trainer";

/** What is needed of the browser's locks. */
export interface Locks {
  request(name: string, options: LockOptions, whileHeld: () => Promise<never>): Promise<unknown>;
  query(): Promise<LockManagerSnapshot>;
}

/**
 * How many processors a trainer may use. All trainers of this site on this machine, in other tabs and in other frames of
 * the same page, share them equally: each holds a lock as long as it lives, and whoever is about to start workers counts
 * them. Where there are no locks (a page without https), each takes what the machine has.
 */
export class CoreShare {
  private readonly held: Promise<void>;

  /** `cores`: processors of the machine. */
  constructor(
    private readonly locks: Locks | undefined,
    private readonly cores: number,
  ) {
    this.held = new Promise((resolve) => {
      if (!locks) return resolve();
      // Never released: the browser does that when the worker ends.
      const whileAlive = () => new Promise<never>(() => resolve());
      locks.request(lockName, { mode: "shared" }, whileAlive).catch(() => resolve());
    });
  }

  async current(): Promise<number> {
    await this.held;
    const trainers = (await this.holders()).filter(({ name }) => name === lockName).length;
    return Math.max(1, Math.floor(this.cores / Math.max(1, trainers)));
  }

  private async holders(): Promise<readonly LockInfo[]> {
    try {
      return (await this.locks?.query())?.held ?? [];
    } catch {
      return [];
    }
  }
}
