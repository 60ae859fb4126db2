import { useTranslation } from "react-i18next";
import { useBytes } from "../../model-view/use-bytes";
import { gpus, usableBytes, verdictOf } from "./gpus";
import styles from "./guide.module.css";
import type { MemoryRowData } from "./memory-rows";

/** Which setup fits which GPU, and by how much it is too large. */
export function GpuTable({ rows }: { readonly rows: readonly MemoryRowData[] }) {
  const { t } = useTranslation("guide");
  const bytes = useBytes();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("memory.gpus.title")} className={styles.scroll} tabIndex={0}>
      <table className={`${styles.table} ${styles.gpus}`}>
        <thead>
          <tr>
            <th scope="col">{t("memory.gpus.gpu")}</th>
            {rows.map(({ setup }) => (
              <th key={setup.id} scope="col">
                {t(`memory.setups.${setup.id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gpus.map((gpu) => (
            <tr key={gpu.id}>
              <th scope="row">{gpu.name}</th>
              {rows.map(({ setup, memory }) => {
                const have = usableBytes(gpu);
                const verdict = verdictOf(memory.total, have);
                return (
                  <td key={setup.id} className={styles[verdict]}>
                    {t(`memory.gpus.${verdict}`, { over: bytes(memory.total - have) })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
