import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Hatch } from "../../diagrams/Hatch";
import type { SoftPrompt } from "./soft-prompts";
import styles from "./soft-prompts.module.css";

export interface SoftPromptFigureProps {
  readonly soft: SoftPrompt;
  /** Colour of the method, any CSS colour. */
  readonly color: string;
}

const blockTops = [178, 104, 30];
const blockHeight = 46;
const inputTop = 252;
const side = 24;
const prompts = [112, 142, 172];
const words = [232, 262, 292, 322];

/** Three blocks with the prompt where it stands: filled is trained, hatched is thrown away afterwards, outlined in colour is what it wrote. */
export function SoftPromptFigure({ soft, color }: SoftPromptFigureProps) {
  const { t } = useTranslation("map");
  const hatch = useId();
  const isDeep = soft.depth === "layers";
  const rows = isDeep ? blockTops.map((top) => top + (blockHeight - side) / 2) : [inputTop];
  const written = soft.encoder !== "none";
  return (
    <svg
      aria-label={t("soft.figure.label", {
        depth: t(`soft.depth.${soft.depth}`),
        encoder: t(`soft.encoder.${soft.encoder}`),
        base: t(`soft.base.${soft.base}`),
      })}
      className={styles.figure}
      role="img"
      style={{ "--lane": color } as React.CSSProperties}
      viewBox="0 0 380 306"
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {words.map((x) => (
        <path key={x} className={styles.figureWay} d={`M${x + side / 2} ${inputTop}V12`} />
      ))}
      {!isDeep &&
        prompts.map((x) => (
          <path
            key={x}
            className={`${styles.figureWay} ${styles.figureOwn}`}
            d={`M${x + side / 2} ${inputTop}V12`}
          />
        ))}
      {blockTops.map((top, i) => (
        <g key={top}>
          <rect
            className={styles.figureBlock}
            data-trained={soft.base === "trained"}
            height={blockHeight}
            rx={10}
            width={276}
            x={98}
            y={top}
          />
          <text textAnchor="end" x={362} y={top + blockHeight / 2}>
            {t("soft.figure.block", { number: i + 1 })}
          </text>
          <text className={styles.figureState} textAnchor="end" x={292} y={top + blockHeight / 2}>
            {t(`soft.base.${soft.base}`)}
          </text>
        </g>
      ))}
      {rows.map((y) => (
        <g key={y}>
          {written && <path className={styles.figureArrow} d={`M76 ${y + side / 2}H${prompts[0]}`} />}
          {prompts.map((x) => (
            <rect
              key={x}
              className={styles.figurePrompt}
              data-written={written}
              height={side}
              rx={6}
              width={side}
              x={x}
              y={y}
            />
          ))}
        </g>
      ))}
      {words.map((x) => (
        <rect key={x} className={styles.figureWord} height={side} rx={6} width={side} x={x} y={inputTop} />
      ))}
      <text x={(prompts[0] ?? 0) + 42} y={(isDeep ? 226 : inputTop + side) + 13}>
        {t("soft.figure.prompt")}
      </text>
      <text x={(words[0] ?? 0) + 57} y={inputTop + side + 14}>
        {t("soft.figure.input")}
      </text>
      {soft.encoder !== "none" && (
        <Writer
          bottom={isDeep ? 224 : inputTop + side}
          hatch={`url(#${hatch})`}
          name={t(`soft.figure.${soft.encoder}`)}
          top={isDeep ? 30 : inputTop}
        />
      )}
    </svg>
  );
}

interface WriterProps {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly hatch: string;
}

/** The network that writes the prompts while they are trained. */
function Writer({ name, top, bottom, hatch }: WriterProps) {
  return (
    <>
      <rect
        className={styles.figureWriter}
        fill={hatch}
        height={bottom - top}
        rx={8}
        width={66}
        x={8}
        y={top}
      />
      <text className={styles.figureName} x={41} y={(top + bottom) / 2}>
        {name}
      </text>
    </>
  );
}
