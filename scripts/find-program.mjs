// Finds an installed program where each system keeps its programs.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Where a program may be: `paths` first (unset ones are skipped), then its `names` on PATH (Linux), the `mac` bundles
 * in /Applications, or the `windows` paths inside the folders of programs.
 * @typedef {{ paths: readonly (string | undefined)[], names: readonly string[], mac: readonly string[], windows: readonly string[] }} Program
 */

/** @param {Program} program */
function places({ paths, names, mac, windows }) {
  const { PATH = "", LOCALAPPDATA, PROGRAMFILES } = process.env;
  const found = paths.filter((path) => path !== undefined);
  if (process.platform === "darwin") return [...found, ...mac.map((path) => `/Applications/${path}`)];
  if (process.platform === "win32") {
    const folders = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"], LOCALAPPDATA];
    return [
      ...found,
      ...folders.flatMap((folder) => (folder ? windows.map((path) => join(folder, path)) : [])),
    ];
  }
  return [...found, ...names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))];
}

/**
 * Whether the program starts: a stub or one with missing libraries does not.
 * On Windows `--version` opens a window, so being there has to be enough.
 * @param {string} path
 */
function works(path) {
  if (!existsSync(path)) return false;
  return process.platform === "win32" || spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}

/**
 * The path of the first that starts.
 * @param {Program} program
 * @returns {string | undefined}
 */
export const findProgram = (program) => places(program).find(works);
