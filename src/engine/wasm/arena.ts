/** Memory of the backend that recorded computations work in: one after the other, so all in the same blocks. */
export class Arena {
  /** Bytes of each block by its address. */
  private readonly blocks = new Map<number, number>();
  private readonly taken = new Set<number>();

  /** `allocate` and `free` are the backend's own. */
  constructor(
    private readonly allocate: (bytes: number) => number,
    private readonly free: (address: number) => void,
  ) {}

  /** Address of so many bytes: the smallest block that has room, and not more than twice of it, else a new one. */
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

  /** Makes a block free for the next; false for an address that is not of this arena. */
  giveBack(address: number): boolean {
    this.taken.delete(address);
    return this.blocks.has(address);
  }

  /** Gives what is not in use back to the backend. */
  trim(): void {
    for (const address of this.blocks.keys()) {
      if (this.taken.has(address)) continue;
      this.blocks.delete(address);
      this.free(address);
    }
  }
}
