import type { CSSProperties } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useTranslation } from "react-i18next";
import { pictureOf, useThingName } from "../../prompt-view/thing-names";
import styles from "./lab-token-strip.module.css";

export interface TokenStripProps {
  readonly tokens: readonly string[];
  /** How many of them are the prompt. */
  readonly given: number;
  readonly at: number;
  readonly onChoose: (at: number) => void;
  /** How much each token is attended to, 0 to 1; null: not shown. */
  readonly weights: readonly number[] | null;
}

/** The tokens of a prompt and of what was written after it: one of them is looked at. */
export function TokenStrip({ tokens, given, at, onChoose, weights }: TokenStripProps) {
  const { t } = useTranslation("lab");
  const nameOf = useThingName();
  return (
    <ToggleButtonGroup
      aria-label={t("strip.label")}
      className={styles.strip ?? ""}
      disallowEmptySelection
      selectedKeys={[String(at)]}
      selectionMode="single"
      onSelectionChange={([key]) => key !== undefined && onChoose(Number(key))}
    >
      {tokens.map((token, i) => (
        <ToggleButton
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place
          key={i}
          aria-label={t(i < given ? "strip.given" : "strip.written", { place: i + 1, token: nameOf(token) })}
          data-written={i >= given}
          id={String(i)}
          style={weights ? ({ "--weight": `${100 * (weights[i] ?? 0)}%` } as CSSProperties) : {}}
        >
          {pictureOf(token) ?? token}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
