// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { startI18n } from "../i18n/i18n";
import { lazyComponent } from "./lazy-component";

beforeAll(() => startI18n("en"));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Greeting({ name }: { readonly name: string }) {
  return <p>hello {name}</p>;
}

it("keeps the room of a part while it is fetched, and draws it at once the next time", async () => {
  const load = vi.fn(async () => Greeting);
  const Part = lazyComponent(load, "room");
  const { container, unmount } = render(<Part name="Ada" />);
  expect(container.querySelector(".room")).not.toBeNull();
  expect(await screen.findByText("hello Ada")).toBeTruthy();
  expect(container.querySelector(".room")).toBeNull();
  unmount();
  render(<Part name="Grace" />);
  expect(screen.getByText("hello Grace")).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});

it("leaves the rest of the page when a part cannot be had, and fetches it anew when asked", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const load = vi.fn(async () => Greeting).mockRejectedValueOnce(new Error("lost on the way"));
  const Part = lazyComponent(load, "room");
  const { container } = render(
    <>
      <p>the rest</p>
      <Part name="Ada" />
    </>,
  );
  expect((await screen.findByRole("alert")).textContent).toContain("could not be shown");
  expect(screen.getByText("lost on the way")).toBeTruthy();
  expect(screen.getByText("the rest")).toBeTruthy();
  expect(container.querySelector(".room > [role=alert]")).not.toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("hello Ada")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});
