import { useTranslation } from "react-i18next";
import type { CountReport } from "../../counting/count";
import type { Note, NoteId } from "../../counting/notes";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import styles from "./real-models.module.css";

export interface CountNotesProps {
  readonly reports: readonly CountReport[];
  /** Methods that cannot be counted on the model. */
  readonly failed: readonly string[];
}

/** Notes that a choice on this page can bring up; others speak of options that only the command line has. */
export const notesOfPage = [
  "adaptedFamilies",
  "asksForNorms",
  "asksForSizes",
  "asksForTargets",
  "clash",
  "frozenHead",
  "headNotSaved",
  "normClash",
  "prefixMisfit",
  "readsNoTokens",
  "textOnly",
] as const satisfies readonly NoteId[];

/** What to know before the figures are used with HF PEFT: each note once, with the methods it is about. */
export function CountNotes({ reports, failed }: CountNotesProps) {
  const { t } = useTranslation("realModels");
  const words = useWords();
  const { count } = useNumbers();
  const names = (methods: readonly string[]): string =>
    methods.map((method) => words.method(method).name).join(t("options.between"));
  const text = ({ id, values }: Note): string | undefined => {
    const known = notesOfPage.find((each) => each === id);
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number" ? count(value) : value,
    ]);
    return known && t(`notes.${known}`, Object.fromEntries(written));
  };
  const methodsBySaid = new Map<string, string[]>();
  for (const { method, notes } of reports) {
    for (const said of notes.flatMap((note) => text(note) ?? [])) {
      methodsBySaid.set(said, [...(methodsBySaid.get(said) ?? []), method]);
    }
  }
  if (methodsBySaid.size === 0 && failed.length === 0) return null;
  return (
    <section className={styles.notes} aria-label={t("notes.title")}>
      <h3>{t("notes.title")}</h3>
      <ul>
        {failed.length > 0 && (
          <li>
            <strong>{names(failed)}</strong>
            {t("notes.colon")}
            {t("notes.failed")}
          </li>
        )}
        {[...methodsBySaid].map(([said, methods]) => (
          <li key={said}>
            {methods.length < reports.length && (
              <>
                <strong>{names(methods)}</strong>
                {t("notes.colon")}
              </>
            )}
            {said}
          </li>
        ))}
      </ul>
    </section>
  );
}
