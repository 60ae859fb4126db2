import { openRace } from "./playground-page";
import { expect, test } from "./test";

const links = [
  ["v=99&steps=60", "made by a newer version of this page; this one reads version 1"],
  ["v=one", "v=one: not known here"],
  ["v=1&lanes=full,telepathy", "telepathy: not known here"],
  ["v=1&lanes=lora(rank=9999)", "lora(rank=9999): outside the limits 1–64"],
  ["v=1&lanes=lora(rank=many)", "lora(rank=many): not a number"],
  ["v=1&lanes=lora(lr=-1)", "outside the limits"],
  ["v=1&lanes=lora(lr@9=0.01;lr@8=0.02)", "lora(lr@8=0.02): not after the change before it"],
  ["v=1&lanes=full,full,full,full,full,full,full", "more than 6 lanes"],
  ["v=1&lanes=lora(targets=heart)", "not one of:"],
  ["v=1&task=juggling", "task=juggling: not known here"],
  ["v=1&task=past-tense&base=tang-micro", "does not fit the task Past tense"],
  ["v=1&batch=0", "batch=0: outside the limits 1–128"],
  ["v=1&steps=1e9", "steps=1e9: not a number"],
  ["v=1&seed=3&seed=4", "given twice; the first one counts"],
  ["v=1&task=%E0%A4%A", "cannot be read"],
  ["v=1&constructor=1&__proto__=2", "__proto__=2: not known here"],
  [`v=1&base=${encodeURIComponent("<img src=x onerror=window.hacked=true>")}`, "not known here"],
  [`v=1&lanes=${encodeURIComponent("<script>window.hacked=true</script>")}`, "not known here"],
  ["q".repeat(20_001), "longer than 20000 characters; here is the default race"],
] as const;

test("links that are old, broken or hostile are told about and do no harm", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&steps=10");
  const notice = page.getByRole("alert").filter({ hasText: "of the link" });
  for (const [query, reason] of links) {
    // As the browser's own buttons do: the page stays, its address is another.
    await page.evaluate((address) => {
      history.pushState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, `playground/?${query}`);
    await expect(notice, query.slice(0, 80)).toContainText(reason);
    await notice.getByRole("button", { name: "OK" }).click();
    await expect(notice).toBeHidden();
  }
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});

test("what is right in a link is kept beside what is wrong", async ({ page }) => {
  await openRace(page, "v=1&base=toolbox-tiny&lanes=lora(rank=2),telepathy&steps=12&seed=oops");
  await expect(page.getByRole("alert")).toContainText("2 parts of the link were left out");
  await expect(page).toHaveURL(/\?v=1&base=toolbox-tiny&lanes=lora\(rank=2\)&steps=12$/);
  await expect(page.getByRole("region", { name: "Lanes" }).getByRole("listitem")).toHaveCount(1);
});

test("an address that names no page says so and shows the way", async ({ page }) => {
  await page.goto("nowhere/<b>at-all</b>/");
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await expect(page.getByText("There is no page at /nowhere/")).toBeVisible();
  await page.goto("methods/telepathy/");
  await expect(page.getByText("There is no method called “telepathy”.")).toBeVisible();
  await page.getByRole("link", { name: "All methods" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Methods" })).toBeVisible();
});
