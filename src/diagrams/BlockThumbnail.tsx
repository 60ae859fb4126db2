import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Part } from "../methods/method";
import type { ModelConfig } from "../model/config";
import { drawing, type Place } from "./block-layout";
import styles from "./diagrams.module.css";
import { Hatch } from "./Hatch";
import { type DrawnSite, drawnSites, wordsAt } from "./site-parts";

/** The large drawing, made narrower more than lower: words keep their size. */
const scale = { x: 0.48, y: 0.62 };
const margin = 8;
const size = { width: 190, height: 348 };

export interface BlockThumbnailProps {
  readonly config: ModelConfig;
  readonly parts: readonly Part[];
  /** The method's colour, any CSS colour. */
  readonly color: string;
  /** The block shown, from 0. */
  readonly layer: number;
  /** What the picture shows, in words. */
  readonly label: string;
}

/** One block in small, to be seen beside others: outlined is frozen, filled is trained, hatched is thrown away. */
export function BlockThumbnail({ config, parts, color, layer, label }: BlockThumbnailProps) {
  const hatch = useId();
  const sites = useMemo(() => drawnSites(config, layer, parts), [config, layer, parts]);
  const stream = across(drawing.stream);
  const top = drawing.frameTop * scale.y;
  return (
    <svg
      aria-label={label}
      className={styles.thumbnail}
      role="img"
      style={{ "--lane": color } as React.CSSProperties}
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      <g className={styles.frame}>
        <rect
          height={(drawing.frameBottom - drawing.frameTop) * scale.y}
          rx={8}
          width={size.width - stream + 6.5}
          x={stream - 7}
          y={top}
        />
        <path d={`M${stream} ${size.height - 48}V8`} />
        <path d={`M${stream - 3} 10l3 -6 3 6`} />
      </g>
      {sites.map((site) => (
        <SmallSite key={site.place.site} hatch={`url(#${hatch})`} site={site} />
      ))}
    </svg>
  );
}

function SmallSite({ site, hatch }: { readonly site: DrawnSite; readonly hatch: string }) {
  const { t } = useTranslation("map");
  const { place, frozen, moved, added } = site;
  const { x, y, width, height } = scaled(place);
  const isBase = frozen > 0 || (place.always && added.length === 0);
  const fill = fillOf(added, hatch);
  const box = { x, y, width, height, rx: 4 };
  const look = isBase
    ? moved > 0.6
      ? styles.onFill
      : ""
    : fill === hatch
      ? styles.onHatch
      : fill === "var(--lane)"
        ? styles.onFill
        : "";
  return (
    <>
      {isBase ? (
        <rect {...box} className={styles.box} data-shared={frozen === 0} />
      ) : (
        <rect {...box} className={styles.part} fill={fill} />
      )}
      {moved > 0 && (
        <rect {...box} className={styles.fill} rx={moved < 1 ? 1.5 : 4} width={Math.max(4, width * moved)} />
      )}
      {isBase && added.length > 0 && (
        <rect className={styles.part} fill={fill} height={5} rx={2} width={width} x={x} y={y + height + 1} />
      )}
      <text className={look} x={x + width * (isBase ? wordsAt(moved) : 0.5)} y={y + height / 2 + 0.5}>
        {t(`short.${place.words}`)}
      </text>
    </>
  );
}

function across(x: number): number {
  return x * scale.x - margin;
}

function scaled({ x, y, width, height }: Place): Pick<Place, "x" | "y" | "width" | "height"> {
  return { x: across(x), y: y * scale.y, width: width * scale.x, height: height * scale.y };
}

/** Filled: trained and kept. Hatched: trained, then thrown away. Empty: made or drawn, but not trained itself. */
function fillOf(parts: readonly Part[], hatch: string): string {
  if (parts.some((part) => part.trained && part.kept)) return "var(--lane)";
  return parts.some((part) => part.trained) ? hatch : "var(--card)";
}
