import { type PointerEvent, type RefObject, useRef, useState } from "react";
import { useEscape } from "../../components/use-escape";

/** A finger drags by this part of a chip only; elsewhere it scrolls the page. */
const grip = "[data-grip]";
/** In pixels: a press that moves less is no drag. */
const slack = 5;

interface Drag {
  readonly from: number;
  /** Where it would be dropped. */
  readonly to: number;
  readonly by: readonly [x: number, y: number];
}

export interface ChipDrag {
  /** null: nothing is being dragged. */
  readonly drag: Drag | null;
  /** For the chip at a place. */
  grab(event: PointerEvent<HTMLElement>, place: number): void;
  follow(event: PointerEvent<HTMLElement>): void;
  drop(): void;
  cancel(): void;
}

/** Dragging chips of a list that wraps, by mouse, pen or finger; Escape lets go. `move` is told where a chip was dropped. */
export function useChipDrag(
  list: RefObject<HTMLElement | null>,
  move: (from: number, to: number) => void,
): ChipDrag {
  const grabbed = useRef<{
    readonly pointer: number;
    readonly from: number;
    readonly x: number;
    readonly y: number;
  } | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const cancel = (): void => {
    grabbed.current = null;
    setDrag(null);
  };
  useEscape(drag !== null, cancel);
  return {
    drag,
    grab(event, place) {
      const target = event.target instanceof Element ? event.target : null;
      if (grabbed.current || !event.isPrimary || event.button !== 0 || !target?.closest(grip)) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      grabbed.current = { pointer: event.pointerId, from: place, x: event.clientX, y: event.clientY };
    },
    follow(event) {
      const grab = grabbed.current;
      if (!grab || !list.current || event.pointerId !== grab.pointer) return;
      const by = [event.clientX - grab.x, event.clientY - grab.y] as const;
      if (!drag && Math.hypot(...by) < slack) return;
      setDrag({ from: grab.from, to: placeAt(list.current, event) ?? drag?.to ?? grab.from, by });
    },
    drop() {
      const end = drag;
      cancel();
      if (end && end.to !== end.from) move(end.from, end.to);
    },
    cancel,
  };
}

/** The place of the chip under the pointer. The chips keep their places while one is dragged: only its picture moves. */
function placeAt(list: HTMLElement, { clientX, clientY }: PointerEvent<HTMLElement>): number | null {
  const found = [...list.children].findIndex((chip) => {
    const { left, right, top, bottom } = chip.getBoundingClientRect();
    return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  });
  return found < 0 ? null : found;
}
