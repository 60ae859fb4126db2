import { type PointerEvent, type RefObject, useRef, useState } from "react";
import { useEscape } from "../../components/use-escape";
import { type Drag, dragTo, type Row, shiftOf } from "./order-drag";

/** Farther from the list than this, a row is dropped nowhere and goes back. */
const reach = 60;
/** A finger drags by this part of a row only; elsewhere it scrolls the page. */
export const grip = "[data-grip]";

interface Grab {
  readonly pointer: number;
  readonly from: number;
  readonly y: number;
  readonly rows: readonly Row[];
}

export interface OrderDrag {
  /** The place of the row that is being dragged; null: none is. */
  readonly dragged: number | null;
  /** By how many pixels the row at a place is drawn off it. */
  shift(place: number): number;
  /** Begins at a press on the row at a place. */
  grab(event: PointerEvent<HTMLElement>, place: number): void;
  follow(event: PointerEvent<HTMLElement>): void;
  drop(event: PointerEvent<HTMLElement>): void;
  cancel(): void;
}

/** Dragging the items of a list by mouse, pen or finger. `move` is told where a row was dropped; Escape lets go of it. */
export function useOrderDrag(
  list: RefObject<HTMLElement | null>,
  move: (from: number, to: number) => void,
): OrderDrag {
  const grabbed = useRef<Grab | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const cancel = (): void => {
    grabbed.current = null;
    setDrag(null);
  };
  useEscape(drag !== null, cancel);

  const at = (event: PointerEvent<HTMLElement>): Drag | null => {
    const grab = grabbed.current;
    const area = list.current?.getBoundingClientRect();
    if (!grab || !area || event.pointerId !== grab.pointer) return null;
    const drag = dragTo(grab.rows, grab.from, event.pageY - grab.y);
    const isOut =
      event.clientX < area.left - reach ||
      event.clientX > area.right + reach ||
      event.clientY < area.top - reach ||
      event.clientY > area.bottom + reach;
    return isOut ? { ...drag, to: grab.from } : drag;
  };
  return {
    dragged: drag?.from ?? null,
    shift: (place) => (drag && grabbed.current ? shiftOf(place, grabbed.current.rows, drag) : 0),
    grab(event, place) {
      const target = event.target instanceof Element ? event.target : null;
      const isHeld = event.pointerType === "mouse" || target?.closest(grip);
      if (grabbed.current || !list.current || !event.isPrimary || event.button !== 0) return;
      if (!isHeld || target?.closest("button")) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grabbed.current = { pointer: event.pointerId, from: place, y: event.pageY, rows: rowsOf(list.current) };
      setDrag({ from: place, to: place, by: 0 });
    },
    follow: (event) => setDrag((former) => at(event) ?? former),
    drop(event) {
      const end = at(event);
      if (!end) return;
      cancel();
      if (end.to !== end.from) move(end.from, end.to);
    },
    cancel,
  };
}

/** On the page, not in the window: it may be scrolled meanwhile. */
function rowsOf(list: HTMLElement): Row[] {
  return [...list.children].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return { top: top + scrollY, height };
  });
}
