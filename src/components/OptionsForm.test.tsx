// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startAllWords } from "../i18n/test-words";
import type { AnyOptions, OptionSpecs } from "../lib/options";
import { OptionsForm } from "./OptionsForm";

const specs: OptionSpecs = {
  rank: { kind: "integer", default: 4, min: 1, max: 64 },
  alpha: { kind: "number", default: 8, min: 0, max: 256 },
  targets: { kind: "set", default: ["attention.query"], choices: ["attention.query", "attention.value"] },
  mystery: { kind: "switch", default: false },
  shape: { kind: "choice", default: "round", choices: ["round", "square"] },
};

let values: AnyOptions = {};
function Form() {
  const [held, hold] = useState<AnyOptions>({});
  values = held;
  return <OptionsForm method="lora" specs={specs} values={held} onChange={hold} />;
}

beforeAll(() => startAllWords("en"));
beforeEach(() => {
  render(<Form />);
});
afterEach(cleanup);

describe("OptionsForm", () => {
  it("names options and choices in words, and those without words by their ids", () => {
    expect(screen.getByRole("textbox", { name: "Rank r" })).toHaveProperty("value", "4");
    expect(screen.getByRole("checkbox", { name: "value" })).toBeTruthy();
    expect(screen.getByRole("switch", { name: "mystery" })).toBeTruthy();
    expect(screen.getByRole("button", { name: /round.*shape|shape.*round/ })).toBeTruthy();
  });

  it("changes one option and keeps the others", () => {
    fireEvent.click(screen.getByRole("switch", { name: "mystery" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "value" }));
    expect(values).toEqual({ mystery: true, targets: ["attention.query", "attention.value"] });
  });

  it("never leaves a set empty", () => {
    fireEvent.click(screen.getByRole("checkbox", { name: "query" }));
    expect(values).toEqual({});
    expect(screen.getByRole("checkbox", { name: "query" })).toHaveProperty("checked", true);
  });

  it("brings a number back into its limits, and forgets what is not a number", () => {
    const alpha = screen.getByRole("textbox", { name: "Alpha α" });
    fireEvent.change(alpha, { target: { value: "1000" } });
    fireEvent.keyDown(alpha, { key: "Enter" });
    expect(values.alpha).toBe(256);
    fireEvent.change(alpha, { target: { value: "many" } });
    fireEvent.blur(alpha);
    expect(values.alpha).toBe(256);
    expect(alpha).toHaveProperty("value", "256");
  });

  it("steps whole numbers with its buttons", () => {
    fireEvent.click(screen.getByRole("button", { name: /Increase/ }));
    expect(values.rank).toBe(5);
  });
});
