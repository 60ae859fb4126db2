import { useTranslation } from "react-i18next";
import { type RunFigures, seedKinds } from "../../claims/figures";

/** What differs between the seeds of recorded runs: data and start, questions, or the base itself. */
export function SeedNote({ runs }: { readonly runs: readonly (RunFigures | undefined)[] }) {
  const { t } = useTranslation("lessons");
  const kinds = seedKinds.filter((kind) => runs.some((run) => run && (run.seedOf ?? "tuning") === kind));
  return kinds.map((kind) => <span key={kind}>{t(`seedOf.${kind}`)} </span>);
}
