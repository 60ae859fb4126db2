import { type ReactNode, useEffect, useRef, useState } from "react";

export interface WhenSeenProps {
  readonly children: ReactNode;
  /** Keeps the room that the children will take. */
  readonly className: string | undefined;
}

/** Draws its children once they come near the window, and keeps them from then on. */
export function WhenSeen({ children, className }: WhenSeenProps) {
  const room = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || !room.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: "300px" },
    );
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [isSeen]);
  return (
    <div ref={room} className={className}>
      {isSeen && children}
    </div>
  );
}
