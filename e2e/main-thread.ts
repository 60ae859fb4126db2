import type { Page } from "playwright/test";

/** A task of the page's main thread, in milliseconds: how long it took, and how long it really computed. */
export interface Task {
  readonly wall: number;
  readonly cpu: number;
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Watches the tasks of the page's main thread until the returned function is called. A task can be long because the
 * page does much in it, or because the machine gave the processor to someone else: only `cpu` tells them apart.
 */
export async function watchMainThread(page: Page): Promise<() => Promise<Task[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel"], recordMode: "recordContinuously" },
  });
  return async () => {
    const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
    await session.send("Tracing.end");
    await complete;
    await session.detach();
    const place = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
    const main = new Set(
      events.filter(({ ph, args }) => ph === "M" && args?.name === "CrRendererMain").map(place),
    );
    return events
      .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && main.has(place(event)))
      .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
  };
}
