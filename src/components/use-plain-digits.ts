import { useEffect, useRef } from "react";

/** Figures, signs and points in full width, as Chinese input types them. */
const fullWidth = /[０-９－＋．，]/;

/**
 * Lets a field inside an element take figures in full width: they are typed in as plain ones. React Aria's number field
 * would refuse them in silence. Goes on the element around the field, which hears of them first.
 */
export function usePlainDigits<T extends HTMLElement>() {
  const around = useRef<T>(null);
  useEffect(() => {
    const element = around.current;
    const plain = (event: InputEvent): void => {
      const { target, data } = event;
      if (!(target instanceof HTMLInputElement) || data === null || !fullWidth.test(data)) return;
      event.preventDefault();
      event.stopPropagation();
      write(target, data.normalize("NFKC"));
      target.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    element?.addEventListener("beforeinput", plain, { capture: true });
    return () => element?.removeEventListener("beforeinput", plain, { capture: true });
  }, []);
  return around;
}

/** Writes where the cursor is, so that React hears of it: it watches the value of the element, not that of its class. */
function write(field: HTMLInputElement, text: string): void {
  const { value, selectionStart, selectionEnd } = field;
  const from = selectionStart ?? value.length;
  const next = value.slice(0, from) + text + value.slice(selectionEnd ?? from);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, next);
  field.setSelectionRange(from + text.length, from + text.length);
}
