// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { startAllWords } from "../i18n/test-words";
import { PolicyCurves } from "./PolicyCurves";

beforeAll(() => startAllWords("en"));
afterEach(cleanup);

function Curves() {
  const [isRevealed, setRevealed] = useState(false);
  return (
    <PolicyCurves hasGold isRevealed={isRevealed} lanes={[]} steps={200} onReveal={() => setRevealed(true)} />
  );
}

it("offers gold only once it is revealed, and then shows it and has the focus on it", () => {
  render(<Curves />);
  expect(screen.queryByRole("radio", { name: "Gold" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Reveal the gold reward" }));
  const gold = screen.getByRole("radio", { name: "Gold", checked: true });
  expect(document.activeElement).toBe(gold);
  expect(screen.queryByRole("button", { name: "Reveal the gold reward" })).toBeNull();
});
