// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { NumberField } from "./NumberField";

afterEach(cleanup);

it("takes figures in full width, as Chinese input types them", () => {
  const onChange = vi.fn();
  render(<NumberField label="Seed" max={999} min={0} value={1} onChange={onChange} />);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Seed" });
  fireEvent.focus(field);
  field.setSelectionRange(0, 1);
  const typed = new InputEvent("beforeinput", {
    data: "４２",
    inputType: "insertText",
    bubbles: true,
    cancelable: true,
  });
  fireEvent(field, typed);
  expect([field.value, typed.defaultPrevented]).toEqual(["42", true]);
  fireEvent.blur(field);
  expect(onChange).toHaveBeenCalledWith(42);
});
