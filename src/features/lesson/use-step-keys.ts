import { type RefObject, useEffect } from "react";
import { grip } from "./use-order-drag";

/** Where the arrows lead; null: nowhere. */
export interface StepWays {
  readonly back: string | null;
  readonly on: string | null;
}

const swipe = 60;
/** Elements that use the arrow keys or the space bar themselves. */
const busy =
  "input, select, textarea, button, a, summary, [role=slider], [role=button], [role=radio], [tabindex='0']";

/** Arrow keys, space bar and swipes lead from step to step, where nothing else has a use for them. */
export function useStepKeys(
  frame: RefObject<HTMLElement | null>,
  { back, on }: StepWays,
  go: (to: string) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const to = keyLeadsTo(event.key, target, { back, on });
      if (!to) return;
      event.preventDefault();
      go(to);
    };
    const area = frame.current;
    let start: Touch | null = null;
    const touch = (event: TouchEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const isFree = !target?.closest(`input, svg, ${grip}`) && !scrollsSideways(target, area);
      start = event.touches.length === 1 && isFree ? event.touches[0]! : null;
    };
    const lift = (event: TouchEvent): void => {
      const end = event.changedTouches[0];
      if (!start || !end) return;
      const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
      start = null;
      if (Math.abs(x) < swipe || Math.abs(x) < 2 * Math.abs(y)) return;
      const to = x < 0 ? on : back;
      if (to) go(to);
    };
    addEventListener("keydown", press);
    area?.addEventListener("touchstart", touch, { passive: true });
    area?.addEventListener("touchend", lift, { passive: true });
    return () => {
      removeEventListener("keydown", press);
      area?.removeEventListener("touchstart", touch);
      area?.removeEventListener("touchend", lift);
    };
  }, [frame, back, on, go]);
}

/** Whether something from here up to `top` can be scrolled to the side: a finger that moves there means that. */
function scrollsSideways(from: Element | null, top: Element | null): boolean {
  for (let at = from; at && at !== top; at = at.parentElement)
    if (at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX !== "visible") return true;
  return false;
}

/** Where a key leads, or null. A space scrolls first where there is more to see. */
export function keyLeadsTo(key: string, target: Element, { back, on }: StepWays): string | null {
  const arrow = key === "ArrowRight" || key === "ArrowLeft";
  // Buttons and links have no use for arrows; everything else that is pressed or moved does.
  if (arrow && target.closest("input, select, textarea, [role=slider], [role=radio], [tabindex='0'], svg"))
    return null;
  if (key === "ArrowRight") return on;
  if (key === "ArrowLeft") return back;
  if (key !== " " || target.closest(busy)) return null;
  const page = document.documentElement;
  const isAtEnd = page.scrollTop + page.clientHeight >= page.scrollHeight - 4;
  return isAtEnd ? on : null;
}
