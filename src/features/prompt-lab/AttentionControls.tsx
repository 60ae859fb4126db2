import { useTranslation } from "react-i18next";
import { Segmented } from "../../components/Segmented";
import { useNumbers } from "../../i18n/numbers";
import { pictureOf, useThingName } from "../../prompt-view/thing-names";
import styles from "./lab-attention.module.css";
import type { Head } from "./use-attention";

export interface AttentionControlsProps {
  readonly tokens: readonly string[];
  readonly at: number;
  readonly layers: number;
  readonly heads: number;
  readonly head: Head | null;
  readonly weights: readonly number[] | null;
  readonly onHead: (head: Head | null) => void;
}

const mostNamed = 5;
const leastNamed = 0.01;

/** Which head is shown, what it reads most, and what that does not tell. */
export function AttentionControls({
  tokens,
  at,
  layers,
  heads,
  head,
  weights,
  onHead,
}: AttentionControlsProps) {
  const { t } = useTranslation("lab");
  const numbers = useNumbers();
  const nameOf = useThingName();
  const most = [...(weights ?? []).entries()]
    .filter(([, weight]) => weight >= leastNamed)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostNamed);
  const blocks = Array.from({ length: layers }, (_, i) => ({
    id: String(i),
    label: t("attention.block", { block: i + 1 }),
  }));
  const ofBlock = Array.from({ length: heads }, (_, i) => ({ id: String(i), label: String(i + 1) }));
  return (
    <div className={styles.attention}>
      <h3>{t("attention.title")}</h3>
      <div className={styles.controls}>
        <Segmented
          items={[{ id: "off", label: t("attention.off") }, ...blocks]}
          label={t("attention.which")}
          value={head === null ? "off" : String(head.layer)}
          onChange={(id) => onHead(id === "off" ? null : { layer: Number(id), head: head?.head ?? 0 })}
        />
        {head && (
          <>
            <span aria-hidden className="soft small">
              {t("attention.head")}
            </span>
            <Segmented
              items={ofBlock}
              label={t("attention.head")}
              value={String(head.head)}
              onChange={(id) => onHead({ ...head, head: Number(id) })}
            />
          </>
        )}
      </div>
      {head && (
        <>
          <p>{t("attention.reads", { place: at + 1, token: nameOf(tokens[at] ?? "") })}</p>
          <ol className={styles.most}>
            {most.map(([place, weight]) => (
              <li key={place}>
                <span className="soft tabular">{place + 1}</span> {pictureOf(tokens[place] ?? "")}{" "}
                {nameOf(tokens[place] ?? "")} <b>{numbers.share(weight)}</b>
              </li>
            ))}
          </ol>
          <p className="field-hint">{t("attention.caution")}</p>
        </>
      )}
    </div>
  );
}
