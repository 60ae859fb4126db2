import { createContext, use } from "react";
import { type StoreApi, useStore } from "zustand";
import type { Lab } from "../../state/lab";

/** What is composed in the lab: the page gives it. */
export const LabContext = createContext<StoreApi<Lab> | null>(null);

/** The store itself, for what changes it at a press. */
export function useLabStore(): StoreApi<Lab> {
  const store = use(LabContext);
  if (!store) throw new Error("the lab needs a LabContext around it");
  return store;
}

/** A part of it; the component is drawn again when that part changes. */
export function useLab<T>(select: (lab: Lab) => T): T {
  return useStore(useLabStore(), select);
}
