import { useTranslation } from "react-i18next";
import { TableTwin } from "../charts/TableTwin";
import { useNumbers } from "../i18n/numbers";
import { sizeOf } from "../lib/shape";
import type { Part } from "../methods/method";

/** The table twin of a block diagram: every tensor the method makes, in all blocks. */
export function PartsTable({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const yes = (is: boolean): string => t(is ? "diagram.yes" : "diagram.no");
  return (
    <TableTwin
      caption={t("diagram.tableCaption")}
      columns={[
        t("diagram.columns.name"),
        t("diagram.columns.shape"),
        t("diagram.columns.count"),
        t("diagram.columns.trained"),
        t("diagram.columns.kept"),
      ]}
      rows={parts.map(({ name, shape, trained, kept }) => [
        name,
        shape.join(" × "),
        numbers.count(sizeOf(shape)),
        yes(trained),
        yes(kept),
      ])}
    />
  );
}
