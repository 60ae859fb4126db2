import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { methodAppearance } from "../../components/method-appearance";
import { useBytes } from "../../model-view/use-bytes";
import type { Fit, Saving } from "./fit";
import styles from "./guide.module.css";
import { type MemoryRowData, memoryParts } from "./memory-rows";

export interface MemoryRowProps {
  readonly name: string;
  readonly row: MemoryRowData;
  /** Bytes that the GPU offers. */
  readonly have: number;
  /** Bytes of the whole width; a longer bar is cut. */
  readonly scale: number;
  /** It is what is recommended. */
  readonly isTaken: boolean;
}

/** One setup: its bar against the line of the GPU, and what would make it fit. */
export function MemoryRow({ name, row, have, scale, isTaken }: MemoryRowProps) {
  const { t } = useTranslation("guide");
  const bytes = useBytes();
  const { setup, memory, fit } = row;
  const color = methodAppearance(setup.choice).color;
  return (
    <li data-taken={isTaken} style={{ "--lane": color } as CSSProperties}>
      <span className={styles.memoryName}>{name}</span>
      <span className={`${styles.memoryTotal} tabular`}>{bytes(memory.total)}</span>
      <span aria-hidden className={styles.bar} data-cut={memory.total > scale}>
        {memoryParts.map((part) => (
          <i key={part} data-part={part} style={{ width: `${(100 * memory[part]) / scale}%` }} />
        ))}
        <b style={{ left: `${(100 * have) / scale}%` }} />
      </span>
      <span className={styles[fit.verdict]}>
        {t(`memory.${fit.verdict}`, { amount: bytes(Math.abs(fit.have - fit.need)) })}
      </span>
      {fit.verdict !== "fits" && (
        <span className={`soft small ${styles.savings}`}>
          <SavingsText fit={fit} />
        </span>
      )}
    </li>
  );
}

function SavingsText({ fit }: { readonly fit: Fit }) {
  const { t } = useTranslation("guide");
  const { savings, smallestGpu } = fit;
  const nameOf = (saving: Saving): string => {
    switch (saving.kind) {
      case "format":
        return t(`memory.savings.${saving.format}`);
      case "length":
        return t("memory.savings.length", { length: saving.length });
      case "checkpointing":
      case "batch":
      case "lora":
        return t(`memory.savings.${saving.kind}`);
      default:
        throw new Error(`unhandled saving: ${JSON.stringify(saving satisfies never)}`);
    }
  };
  return (
    <>
      {savings
        ? t("memory.wouldFit", { savings: savings.map(nameOf).join(t("between")) })
        : t("memory.nothing")}{" "}
      {smallestGpu ? t("memory.smallestGpu", { gpu: smallestGpu.name }) : t("memory.noGpu")}
    </>
  );
}
