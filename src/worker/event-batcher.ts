import type { TrainerEvent } from "./api";

/** Least time between two messages to the page, so that it gets at most ten a second. */
const intervalMs = 100;

/** Collects events and sends them in batches; losses of a lane are joined. */
export class EventBatcher {
  private waiting: TrainerEvent[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = 0;
  listener: ((events: readonly TrainerEvent[]) => void) | undefined;

  send(event: TrainerEvent): void {
    this.waiting.push(event);
    if (this.timer !== undefined) return;
    const wait = Math.max(0, this.last + intervalMs - performance.now());
    this.timer = setTimeout(() => this.flush(), wait);
  }

  /** Sends what is waiting now: before a call settles, so that its events come first. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.length === 0) return;
    this.last = performance.now();
    const events = joinLosses(this.waiting);
    this.waiting = [];
    this.listener?.(events);
  }
}

/** Several "losses" events of one lane become one; the order of everything else stays. */
export function joinLosses(events: readonly TrainerEvent[]): TrainerEvent[] {
  const joined: TrainerEvent[] = [];
  const last = new Map<number, number>();
  for (const event of events) {
    if (event.kind !== "losses") {
      // A new start must not be overtaken by losses from before it.
      if (event.kind === "backend") last.clear();
      joined.push(event);
      continue;
    }
    const at = last.get(event.lane);
    const before = at === undefined ? undefined : joined[at];
    if (at !== undefined && before?.kind === "losses") {
      joined[at] = {
        ...event,
        steps: [...before.steps, ...event.steps],
        losses: [...before.losses, ...event.losses],
        ...(event.series && { series: joinSeries(before.series, event.series) }),
      };
    } else {
      last.set(event.lane, joined.length);
      joined.push(event);
    }
  }
  return joined;
}

type Series = Readonly<Record<string, readonly number[]>>;

function joinSeries(before: Series | undefined, after: Series): Series {
  const joined = Object.entries(after).map(([name, values]) => [
    name,
    [...(before?.[name] ?? []), ...values],
  ]);
  return Object.fromEntries(joined) as Series;
}
