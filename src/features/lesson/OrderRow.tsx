import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import type { PressEvent } from "react-aria-components/Button";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/IconButton";
import styles from "./guess.module.css";
import type { OrderDrag } from "./use-order-drag";

export interface OrderRowProps {
  readonly name: string;
  readonly place: number;
  readonly count: number;
  /** The measured value, once the run has told: then the row has its place for good. */
  readonly value: string | null;
  readonly isLocked: boolean;
  readonly drag: OrderDrag;
  move(from: number, to: number): void;
}

/** One run of an order: dragged by its row (by finger: by its grip), or moved with its arrows. */
export function OrderRow({ name, place, count, value, isLocked, drag, move }: OrderRowProps) {
  const { t } = useTranslation("lessons");
  const isFixed = isLocked || value !== null;
  const shift = drag.shift(place);
  const press = (to: number) => (event: PressEvent) => {
    flushSync(() => move(place, to));
    // At either end the arrow that brought it there can go no further: the focus must not be lost with it.
    const ends = to === 0 || to === count - 1;
    if (ends) event.target.parentElement?.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
  };
  return (
    <li>
      <div
        className={styles.orderRow}
        data-dragged={drag.dragged === place}
        data-fixed={isFixed}
        style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}
        onLostPointerCapture={drag.cancel}
        onPointerCancel={drag.cancel}
        onPointerDown={(event) => !isFixed && drag.grab(event, place)}
        onPointerMove={drag.follow}
        onPointerUp={drag.drop}
      >
        <span aria-hidden data-grip className={styles.orderGrip}>
          <GripVertical size={16} />
        </span>
        <span className={styles.orderName}>{name}</span>
        {value !== null ? (
          <span className={styles.orderValue}>{value}</span>
        ) : (
          <span className={styles.orderArrows}>
            <IconButton
              isDisabled={place === 0 || isLocked}
              label={t("predict.up", { name })}
              onPress={press(place - 1)}
            >
              <ArrowUp aria-hidden size={16} />
            </IconButton>
            <IconButton
              isDisabled={place === count - 1 || isLocked}
              label={t("predict.down", { name })}
              onPress={press(place + 1)}
            >
              <ArrowDown aria-hidden size={16} />
            </IconButton>
          </span>
        )}
      </div>
    </li>
  );
}
