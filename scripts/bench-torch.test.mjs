import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "bench-torch-"));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it.skipIf(process.platform === "win32")(
  "a Python that no longer listens fails who asks it, and no more",
  async () => {
    const python = join(folder, "python");
    writeFileSync(python, '#!/bin/sh\n[ "$1" = -c ] && echo 2.0 && exit\nexec <&-\nsleep 1\n', {
      mode: 0o755,
    });
    vi.stubEnv("PYTHON", python);
    const { startTorch } = await import("./bench-torch.mjs");
    const torch = startTorch();
    expect(torch?.version).toBe("2.0");
    await new Promise((resolve) => setTimeout(resolve, 500));
    // An error that nobody takes fails the tests as a whole.
    await expect(torch?.turn(1)).rejects.toThrow();
    await expect(torch?.turn(1)).rejects.toThrow();
  },
);
