/** A control that was pressed before the page could answer. */
export interface PressedEarly {
  /** Its place among all controls. */
  readonly index: number;
  readonly name: string;
  readonly hadFocus: boolean;
}

const controls = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>("button, input"),
];
/** What it is called by: the label of an icon, or its text. */
const nameOf = (control: HTMLElement): string =>
  control.ariaLabel ?? (control.closest("label") ?? control).textContent ?? "";

/** The control last pressed in what index.html shows of a page (it notes its place among all); null where none was. */
export function pressedEarly(root: HTMLElement): PressedEarly | null {
  const index = Number(root.dataset.pressed ?? Number.NaN);
  const control = controls(root)[index];
  return control ? { index, name: nameOf(control), hadFocus: control === document.activeElement } : null;
}

/** Presses it again once the page is drawn, where a control of the same name stands in the same place. */
export function pressAgain(root: HTMLElement, { index, name, hadFocus }: PressedEarly): void {
  const control = controls(root)[index];
  if (!control || name === "" || nameOf(control) !== name) return;
  if (hadFocus) control.focus({ preventScroll: true });
  control.click();
}
