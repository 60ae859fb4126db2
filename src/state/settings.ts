import * as z from "zod/mini";
import { create } from "zustand";
import { languages, preferredLanguage } from "../i18n/languages";
import { readStored, writeStored } from "./storage";

const languageIds = languages.map((language) => language.id);

const schema = z.object({
  language: z.enum(languageIds as [(typeof languageIds)[number], ...typeof languageIds]),
  theme: z.enum(["system", "light", "dark"]),
  /** Where to compute; null lets the engine choose. */
  backend: z.nullable(z.enum(["webgpu", "wasm", "cpu"])),
  /** Most workers that share the lanes of a race on WebAssembly; null: one less than there are processors. */
  workers: z.nullable(z.int().check(z.minimum(1), z.maximum(16))),
});

/** What a reader chooses once for the whole page; kept in the browser. */
export type Settings = z.infer<typeof schema>;

export interface SettingsStore extends Settings {
  change(settings: Partial<Settings>): void;
}

/** The key of the settings in localStorage; index.html reads the theme and the language there before first paint. */
export const settingsKey = "tuning-playground.settings";

/** Reads stored settings one by one: a field that is missing or invalid takes its default, the others are kept. */
export function parseSettings(stored: string | null, wanted: readonly string[]): Settings {
  const defaults: Settings = {
    language: preferredLanguage(wanted),
    theme: "system",
    backend: null,
    workers: null,
  };
  let raw: unknown;
  try {
    raw = JSON.parse(stored ?? "{}");
  } catch {
    return defaults;
  }
  const tolerant = z.object({
    language: z.catch(schema.shape.language, defaults.language),
    theme: z.catch(schema.shape.theme, defaults.theme),
    backend: z.catch(schema.shape.backend, defaults.backend),
    workers: z.catch(schema.shape.workers, defaults.workers),
  });
  return z.catch(tolerant, defaults).parse(raw);
}

export const useSettings = create<SettingsStore>()((set) => ({
  ...parseSettings(null, []),
  change: (settings) => {
    set(settings);
    const { language, theme, backend, workers } = useSettings.getState();
    writeStored(settingsKey, { language, theme, backend, workers });
  },
}));
// After its start, so that a page drawn while building and its first drawing here agree. Node 20 knows no navigator.
useSettings.setState(parseSettings(readStored(settingsKey), globalThis.navigator?.languages ?? []));
