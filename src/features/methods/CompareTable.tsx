import { X } from "lucide-react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Base } from "../../bases/base";
import { IconButton } from "../../components/IconButton";
import { MethodSwatch } from "../../components/MethodSwatch";
import { useWords } from "../../i18n/words";
import { findMethod } from "../../methods/index";
import { CompareCell, compareRows } from "./CompareCell";
import styles from "./compare.module.css";
import type { FactsTable } from "./method-facts";

export interface CompareTableProps {
  readonly base: Base;
  readonly chosen: readonly string[];
  readonly facts: FactsTable | null | undefined;
  readonly onRemove: (id: string) => void;
}

/** Methods in columns, what is to be known of them in rows. */
export function CompareTable({ base, chosen, facts, onRemove }: CompareTableProps) {
  const { t } = useTranslation("map");
  const words = useWords();
  const columns = chosen.flatMap((id) => findMethod(id) ?? []);
  const factsOf = (id: string) =>
    facts === undefined ? undefined : (facts?.[id]?.[base.config.kind] ?? null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={t("compare.caption")} tabIndex={0}>
      <table className={styles.compare} style={{ "--columns": columns.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("compare.rows.fact")}</span>
            </th>
            {columns.map(({ id }) => (
              <th key={id} scope="col">
                <span className={styles.head}>
                  <MethodSwatch id={id} />
                  <IconButton
                    label={t("compare.remove", { method: words.method(id).short })}
                    onPress={() => onRemove(id)}
                  >
                    <X aria-hidden size={16} />
                  </IconButton>
                </span>
                <Link href={`/methods/${id}`}>{words.method(id).name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareRows.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`compare.rows.${row}`)}</th>
              {columns.map((method) => (
                <td key={method.id}>
                  <CompareCell base={base} facts={factsOf(method.id)} method={method} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
