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
  return (
    <div
      data-grip
      className={styles.frame}
      onPointerDown={(event) => {
        start.current = event.clientX;
      }}
      onPointerUpCapture={(event) => {
        const moved = event.clientX - (start.current ?? event.clientX);
        start.current = null;
        if (Math.abs(moved) < swipePixels) return;
        // A swipe that ends on the button would press it as well.
        event.stopPropagation();
        onSwipe(moved > 0);
      }}
    >
      <Button aria-label={label} className={styles.pairButton ?? ""} onPress={onChoose}>
        <kbd aria-hidden className={styles.mark}>
          {mark}
        </kbd>
        <span>{sentence}</span>
      </Button>
    </div>
  );
}
