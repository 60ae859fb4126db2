import { isExpected } from "./failures";
import { LanesLostError } from "./lane-host";

/** How long after an error the event that the device is lost may come, in milliseconds. */
const graceMs = 2000;

/** Work that was given up because its device, or a worker that had a part in it, is gone. */
export class DeviceLostError extends Error {
  override name = "DeviceLostError";
}

/** Tells work that broke because its device or one of its workers is gone from work that broke for another reason. */
export class DeviceWatch {
  private readonly losses = new Set<() => void>();
  private gone: "device" | "workers" | null = null;

  /** `lost` settles when the device is gone; null: that cannot happen. */
  constructor(private readonly lost: Promise<string> | null) {
    // Weakly: the promise of a healthy GPU lives as long as the page; what watches it should not.
    const self = new WeakRef(this);
    void lost?.then(() => self.deref()?.lose("device"));
  }

  /** What is gone: the device itself, or only workers beside it. */
  get loss(): "device" | "workers" | null {
    return this.gone;
  }

  /** Called once, when something is gone. */
  onLoss(listener: () => void): void {
    this.losses.add(listener);
  }

  /** Settles as the work does; rejects with DeviceLostError when something is gone, even if the work never settles. */
  async over<T>(work: Promise<T>): Promise<T> {
    const loss = this.nextLoss();
    try {
      return await Promise.race([work, loss.happened]);
    } catch (error) {
      if (error instanceof LanesLostError) this.lose("workers");
      else if (this.lost && !isExpected(error))
        await Promise.race([loss.happened, this.grace()]).catch(() => {});
      throw this.gone ? new DeviceLostError() : error;
    } finally {
      loss.forget();
    }
  }

  private nextLoss(): { readonly happened: Promise<never>; readonly forget: () => void } {
    let listener = (): void => {};
    const happened = new Promise<never>((_, reject) => {
      listener = () => reject(new DeviceLostError());
    });
    // It may be rejected after all listeners are gone.
    happened.catch(() => {});
    if (this.gone) listener();
    this.losses.add(listener);
    return { happened, forget: () => void this.losses.delete(listener) };
  }

  private grace(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, graceMs));
  }

  private lose(what: "device" | "workers"): void {
    this.gone ??= what;
    for (const listener of [...this.losses]) listener();
    this.losses.clear();
  }
}
