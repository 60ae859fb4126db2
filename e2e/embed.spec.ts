import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./test";

test("a race in a frame of another site plays, tells its height and its result, and hears that site only", async ({
  page,
  baseURL,
}) => {
  const around = `<!doctype html><title>A class</title><h1>Unit 3</h1>
    <iframe title="figure" width="700" height="600" src="${baseURL}embed/race/?v=1&base=toolbox-tiny&lanes=full,lora&steps=6&hide=transport&theme=dark"></iframe>
    <div style="height: 3000px"></div>
    <script>
      window.told = [];
      addEventListener("message", (event) => event.data.source === "tuning-playground" && told.push(event.data));
    </script>`;
  const server = createServer((_, response) => response.end(around)).listen(0);
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const figure = page.frameLocator("iframe");
    await expect(figure.getByRole("heading", { level: 1 })).toContainText("toolbox-tiny");
    await expect(figure.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(figure.getByRole("navigation")).toHaveCount(0);
    await expect(figure.getByRole("button", { name: "Play", exact: true })).toHaveCount(0);
    const told = (type: string) =>
      page.evaluate(
        (wanted) => Reflect.get(window, "told").find((one: { type: string }) => one.type === wanted),
        type,
      );
    await expect.poll(() => told("ready"), { timeout: 60_000 }).toBeTruthy();
    expect((await told("height")).height).toBeGreaterThan(300);

    const send = (data: object) =>
      page.evaluate((message) => {
        document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
      }, data);
    await send({ target: "tuning-playground", command: "explode" });
    await send({ target: "tuning-playground", command: "play" });
    await expect
      .poll(() => told("result"), { timeout: 60_000 })
      .toMatchObject({
        step: 6,
        lanes: [{ method: "full" }, { method: "lora" }],
      });
    await expect(figure.getByRole("link", { name: "Open in the Tuning Playground" })).toHaveAttribute(
      "href",
      /playground\/\?v=1&base=toolbox-tiny&lanes=full,lora&steps=6$/,
    );
  } finally {
    server.close();
  }
});

test("a step of a lesson stands alone, with its answer where a teacher wants that", async ({ page }) => {
  await page.goto("zh/embed/lesson/?id=lora&step=zero&answer=shown&hide=words");
  await expect(page.getByRole("button", { name: /^训练/ })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await page.goto("lessons/lora/zero/?answer=shown");
  await expect(page.getByRole("heading", { name: "Why", exact: true })).toBeVisible();
  await expect(page.getByText("Shown after your guess.")).toHaveCount(0);
});

test("the panel makes the link, its code and the frame, and leaves out what is ticked", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("playground/?v=1&base=toolbox-tiny&lanes=lora&steps=4");
  await page.getByRole("button", { name: "Embed or share" }).click();
  const panel = page.getByRole("dialog", { name: "Embed or share" });
  await expect(panel.getByRole("textbox", { name: "Link" })).toHaveValue(
    /playground\/\?v=1&base=toolbox-tiny&lanes=lora&steps=4$/,
  );
  await expect(panel.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await panel.getByRole("switch", { name: "Buttons" }).press("Space");
  await panel.getByRole("radio", { name: "Dark" }).click();
  await panel.getByRole("button", { name: "Copy the code" }).click();
  await expect(panel.getByText("Copied.")).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  const [, address = ""] = /src="([^"]+)"/.exec(code) ?? [];
  await page.goto(address.replaceAll("&amp;", "&"));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toHaveCount(0);
});

test("a frame that is out of sight pauses its race and frees its workers, and goes on where it was", async ({
  page,
  baseURL,
}) => {
  const around = `<!doctype html><title>A class</title>
    <iframe title="figure" width="700" height="600" src="${baseURL}embed/race/?v=1&base=toolbox-tiny&lanes=lora&steps=5000"></iframe>
    <div style="height: 5000px"></div>`;
  const server = createServer((_, response) => response.end(around)).listen(0);
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const figure = page.frameLocator("iframe");
    await figure.getByRole("button", { name: "Play", exact: true }).click({ timeout: 60_000 });
    await expect(figure.getByText(/^step [1-9]/)).toBeVisible({ timeout: 60_000 });
    await page.mouse.move(900, 100);
    await page.evaluate(() => scrollTo(0, 4000));
    await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBe(0);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(figure.getByRole("button", { name: "Pause" })).toBeVisible({ timeout: 60_000 });
  } finally {
    server.close();
  }
});
