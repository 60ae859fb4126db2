import { useTranslation } from "react-i18next";
import { TableTwin } from "../../charts/TableTwin";
import { Card } from "../../components/Card";
import { useBytes } from "../../model-view/use-bytes";
import type { AdviceProps } from "./AdviceCard";
import { GpuTable } from "./GpuTable";
import { bytesOf, gpus } from "./gpus";
import styles from "./guide.module.css";
import { MemoryRow } from "./MemoryRow";
import { memoryParts, memoryRows, scaleOf } from "./memory-rows";
import { formatIn } from "./situation";

/** What training needs, by a formula, against what the GPU has: a bar a setup. */
export function MemoryCard({ advice, project, room }: AdviceProps) {
  const { t } = useTranslation("guide");
  const bytes = useBytes();
  const rows = memoryRows(project);
  const have = bytesOf(project);
  const scale = scaleOf(rows, have);
  const gpu = gpus.find(({ id }) => id === project.gpu)?.name ?? t("have.gpu");
  const setupName = (id: (typeof rows)[number]["setup"]["id"]): string => t(`memory.setups.${id}`);
  return (
    <Card title={t("memory.title")} aside={t("memory.aside", { gpu, have: bytes(have) })}>
      <ul aria-hidden className={styles.key}>
        {memoryParts.map((part) => (
          <li key={part} data-part={part}>
            {t(`memory.parts.${part}`)}
          </li>
        ))}
        <li data-part="limit">{t("memory.axis")}</li>
      </ul>
      <ul className={styles.memory}>
        {rows.map((row) => (
          <MemoryRow
            key={row.setup.id}
            isTaken={row.setup.choice === advice.take && row.setup.format === formatIn[room]}
            have={have}
            name={setupName(row.setup.id)}
            row={row}
            scale={scale}
          />
        ))}
      </ul>
      <TableTwin
        caption={t("memory.table")}
        columns={[
          t("memory.setup"),
          ...memoryParts.map((part) => t(`memory.parts.${part}`)),
          t("memory.total"),
        ]}
        rows={rows.map(({ setup, memory }) => [
          setupName(setup.id),
          ...memoryParts.map((part) => bytes(memory[part])),
          bytes(memory.total),
        ])}
      />
      <details className={styles.details}>
        <summary>{t("memory.gpus.title")}</summary>
        <GpuTable rows={rows} />
      </details>
      <details className={styles.details}>
        <summary>{t("memory.formula.title")}</summary>
        {(["weights", "packed", "activations", "gpu", "check", "packages"] as const).map((part) => (
          <p key={part}>{t(`memory.formula.${part}`)}</p>
        ))}
      </details>
    </Card>
  );
}
