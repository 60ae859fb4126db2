/** A control that was pressed before the page could answer. */
export interface PressedEarly {
  readonly index: number;
  readonly text: string;
}

const controls = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>("button, input"),
];
const textOf = (control: HTMLElement): string => (control.closest("label") ?? control).textContent ?? "";

/** The control last pressed in what index.html shows of a page (it notes its place among all); null where none was. */
export function pressedEarly(root: HTMLElement): PressedEarly | null {
  const index = Number(root.dataset.pressed ?? Number.NaN);
  const control = controls(root)[index];
  return control ? { index, text: textOf(control) } : null;
}

/** Presses it again once the page is drawn, where the same control stands in the same place. */
export function pressAgain(root: HTMLElement, { index, text }: PressedEarly): void {
  const control = controls(root)[index];
  if (control && textOf(control) === text) control.click();
}
