import { expect, it } from "vitest";
import { freePorts } from "./free-ports.mjs";
import { serveCompressed } from "./serve-compressed.mjs";
import { root } from "./setup.mjs";

it("a server outlives addresses that cannot be read", async () => {
  const { url, close } = await serveCompressed(`${root}/public`);
  try {
    expect((await fetch(`${url}%E0%A4%A`)).status).toBe(404);
    expect((await fetch(`${url}icon.svg`)).status).toBe(200);
  } finally {
    close();
  }
});

it("free ports are as many as were asked for, all different", async () => {
  const ports = await freePorts(20);
  expect(new Set(ports).size).toBe(20);
  for (const port of ports) expect(port).toBeGreaterThan(0);
});
