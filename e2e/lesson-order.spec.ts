import type { Locator, Page } from "playwright/test";
import { expect, test } from "./test";

const address = "lessons/great-race/race/";

/** The names of the methods in the order they are shown in. */
function names(page: Page): Locator {
  return page.locator("[data-grip] + span");
}

/** Opens the step and tells the order that is shown first. */
async function open(page: Page): Promise<readonly string[]> {
  await page.goto(address);
  await expect(names(page)).toHaveCount(4);
  return names(page).allTextContents();
}

/** The middle of a row's grip. */
async function grip(page: Page, place: number): Promise<{ readonly x: number; readonly y: number }> {
  const box = (await page.locator("[data-grip]").nth(place).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("a row is dragged by mouse, and goes back where it is dropped nowhere", async ({ page }) => {
  const [first, second, third, fourth] = await open(page);
  const from = await grip(page, 0);
  const to = await grip(page, 2);
  const drag = async (x: number, y: number): Promise<void> => {
    await page.mouse.move(from.x + 60, from.y);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 4 });
  };

  await drag(to.x + 600, to.y);
  await page.mouse.up();
  await expect(names(page)).toHaveText([first!, second!, third!, fourth!]);
  await drag(to.x, to.y);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(names(page)).toHaveText([first!, second!, third!, fourth!]);

  await drag(to.x, to.y);
  await page.mouse.up();
  await expect(names(page)).toHaveText([second!, third!, first!, fourth!]);
  await expect(page.getByText(`${first} is now at place 3 of 4.`)).toBeAttached();
  // Locked in, it stays where it is.
  await page.getByRole("button", { name: "Lock in and run" }).click();
  await drag(to.x, to.y);
  await page.mouse.up();
  await expect(names(page)).toHaveText([second!, third!, first!, fourth!]);
});

test("the arrows move a row and keep the focus", async ({ page }) => {
  const [first, second, third, fourth] = await open(page);
  await page.getByRole("button", { name: `Move ${second} up` }).focus();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText([second!, first!, third!, fourth!]);
  await expect(page.getByRole("button", { name: `Move ${second} down` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText([first!, second!, third!, fourth!]);
  await expect(page.getByRole("button", { name: `Move ${second} down` })).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a finger drags by the grip; the step stays, and nothing is wider than the screen", async ({
    page,
  }) => {
    const [first, second, third, fourth] = await open(page);
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    await page.locator("ol:has([data-grip])").scrollIntoViewIfNeeded();
    const height = (await page.getByRole("region", { name: "Guess first" }).boundingBox())!.height;
    const from = await grip(page, 3);
    const to = await grip(page, 1);
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });

    await touch("touchStart", from);
    // Sideways as far as a swipe that would turn the step.
    for (const share of [0.25, 0.5, 0.75, 1])
      await touch("touchMove", { x: from.x + 100 * share, y: from.y + (to.y - from.y) * share });
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    await touch("touchEnd");
    await expect(names(page)).toHaveText([first!, fourth!, second!, third!]);
    expect((await page.getByRole("region", { name: "Guess first" }).boundingBox())!.height).toBe(height);

    // A swipe to the side on the grip, beside its picture, is no swipe either.
    const edge = to.x - 14;
    await touch("touchStart", { x: edge, y: to.y });
    for (const x of [40, 80, 120]) await touch("touchMove", { x: edge + x, y: to.y });
    await touch("touchEnd");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading!);
    await expect(names(page)).toHaveText([first!, fourth!, second!, third!]);
  });
});
