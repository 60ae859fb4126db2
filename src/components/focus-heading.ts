/** Moves the focus to the heading of the part that an element stands in: a button that goes when pressed leaves it there. */
export function focusHeading(from: Element): void {
  const heading = from.closest("section, fieldset")?.querySelector<HTMLElement>("h2, h3");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
