/** Where the figure is below the words, scrolls to it when a press in the words has changed it. */
export function showFigure(frame: HTMLElement | null): void {
  const { bottom, height } = frame?.getBoundingClientRect() ?? { bottom: 0, height: 0 };
  if (bottom < innerHeight || bottom - height < innerHeight / 2) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  frame?.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
}
