/** Memory for recorded computations. They run one after the other, so that all can use the same blocks. */
export class Arena {
  /** Bytes of each block by its address. */
  private readonly blocks = new Map<number, number>();
  private readonly taken = new Set<number>();

  /** `allocate` and `free`: those of the backend. */
  constructor(
    private readonly allocate: (bytes: number) => number,
    private readonly free: (address: number) => void,
  ) {}

  /**
   * The address of this many bytes: the smallest free block that is large enough and at most twice as large, else a new
   * one.
   */
  take(bytes: number): number {
    let best: number | undefined;
    let room = 2 * bytes + 1;
    for (const [address, size] of this.blocks) {
      if (size < bytes || size >= room || this.taken.has(address)) continue;
      [best, room] = [address, size];
    }
    const address = best ?? this.allocate(bytes);
    if (best === undefined) this.blocks.set(address, bytes);
    this.taken.add(address);
    return address;
  }

  /** Marks a block as free; false for an address that is not in this arena. */
  giveBack(address: number): boolean {
    this.taken.delete(address);
    return this.blocks.has(address);
  }

  /** Returns the blocks that are not in use to the backend. */
  trim(): void {
    for (const address of this.blocks.keys()) {
      if (this.taken.has(address)) continue;
      this.blocks.delete(address);
      this.free(address);
    }
  }
}
