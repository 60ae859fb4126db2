/** Where words and figure stand beneath each other, what a press in the words changes is brought into view. */
export function showFigure(frame: HTMLElement | null): void {
  const { bottom, height } = frame?.getBoundingClientRect() ?? { bottom: 0, height: 0 };
  if (bottom < innerHeight || bottom - height < innerHeight / 2) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  frame?.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
}
