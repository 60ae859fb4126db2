import { type ReactNode, type RefObject, startTransition, useEffect, useRef, useState } from "react";
import { inTurn } from "./in-turn";

export interface LazySectionProps {
  readonly children: ReactNode;
  /** Keeps about the room that the children will take. */
  readonly className: string | undefined;
  /** idle: when the browser has nothing else to do, one section after the other; seen: when it comes near the window. */
  readonly when?: "idle" | "seen";
}

/** Draws its children later than what is above, which answers meanwhile, and keeps them from then on. */
export function LazySection({ children, className, when = "idle" }: LazySectionProps) {
  const room = useRef<HTMLDivElement>(null);
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (isDue) return;
    const draw = (): void => startTransition(() => setDue(true));
    return when === "idle" ? inTurn(draw) : onceSeen(room, draw);
  }, [isDue, when]);
  return (
    <div ref={room} className={className}>
      {isDue && children}
    </div>
  );
}

function onceSeen(room: RefObject<HTMLElement | null>, task: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && task(),
    { rootMargin: "300px" },
  );
  if (room.current) observer.observe(room.current);
  return () => observer.disconnect();
}
