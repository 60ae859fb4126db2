import { create } from "zustand";

/** How far everything has been kept, in bytes. */
export interface Keeping {
  readonly done: number;
  readonly all: number;
}

/** What the page knows of itself without a network; what changes it, offline.ts, comes after the page. */
export interface Offline {
  /** Whether this browser keeps anything: not without https, nor in private windows of some. */
  readonly isPossible: boolean;
  /** A new version of the site waits to be loaded; this does it. */
  readonly update: (() => void) | null;
  /** Bytes that are not kept yet; null until they were counted. */
  readonly size: number | null;
  /** Null until everything is asked for. */
  readonly keeping: Keeping | null;
  readonly hasFailed: boolean;
}

export const useOffline = create<Offline>()(() => ({
  isPossible: false,
  update: null,
  size: null,
  keeping: null,
  hasFailed: false,
}));
