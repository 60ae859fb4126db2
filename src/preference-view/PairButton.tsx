import { useRef } from "react";
import { Button } from "react-aria-components/Button";
import styles from "./PairButton.module.css";

export interface PairButtonProps {
  readonly sentence: string;
  /** The key that chooses it. */
  readonly mark: string;
  readonly label: string;
  readonly onChoose: () => void;
  /** A finger swept over it: to the right, or to the left. */
  readonly onSwipe: (right: boolean) => void;
}

/** A finger that moves further sideways than this swipes; less is a tap. */
const swipePixels = 60;

/** One of two sentences to choose between. */
export function PairButton({ sentence, mark, label, onChoose, onSwipe }: PairButtonProps) {
  const start = useRef<number | null>(null);
  /** A swipe that ends on the button presses it as well: that press counts for nothing. */
  const isSwipe = useRef(false);
  return (
    <div
      data-grip
      className={styles.frame}
      onPointerCancel={() => {
        start.current = null;
      }}
      onPointerDown={(event) => {
        start.current = event.pointerType === "mouse" ? null : event.clientX;
      }}
      onPointerUpCapture={(event) => {
        const moved = event.clientX - (start.current ?? event.clientX);
        start.current = null;
        if (Math.abs(moved) < swipePixels) return;
        isSwipe.current = true;
        onSwipe(moved > 0);
      }}
    >
      <Button
        aria-label={label}
        className={styles.pairButton ?? ""}
        onPress={() => !isSwipe.current && onChoose()}
        onPressStart={() => {
          isSwipe.current = false;
        }}
      >
        <kbd aria-hidden className={styles.mark}>
          {mark}
        </kbd>
        <span>{sentence}</span>
      </Button>
    </div>
  );
}
