import { type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Boundary, ErrorDetail } from "./Boundary";
import styles from "./lazy-component.module.css";
import { NativeButton } from "./NativeButton";
import { useHydrated } from "./use-hydrated";

/**
 * A part of a page that is fetched when it is first drawn. Where it cannot be had, a message stands in its place and
 * the rest of the page stays; asked for again, it is fetched anew, for `lazy` would keep its failure for good.
 * `room`: class of an element that keeps about the room the part will take.
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  room?: string | undefined,
): (props: Props) => ReactNode {
  // Once it has come, it is drawn at once wherever it is needed.
  let loaded: ComponentType<Props> | null = null;
  const fetchPart = async () => {
    loaded = await load();
    return { default: loaded };
  };

  const place = room ? <div aria-busy="true" className={room} /> : null;
  function Fetched({ own }: { readonly own: Props }) {
    const [Loaded] = useState(() => loaded ?? lazy(fetchPart));
    return <Suspense fallback={place}>{createElement(Loaded, own)}</Suspense>;
  }

  return function Part(own) {
    const isHydrated = useHydrated();
    if (!isHydrated) return place;
    return (
      <Boundary failure={(error, again) => <Failure again={again} error={error} room={room} />}>
        <Fetched own={own} />
      </Boundary>
    );
  };
}

interface FailureProps {
  readonly error: unknown;
  readonly room: string | undefined;
  readonly again: () => void;
}

function Failure({ error, room, again }: FailureProps) {
  const { t } = useTranslation();
  return (
    <div className={room}>
      <div className={styles.failure} role="alert">
        <p>{t("error.part")}</p>
        <NativeButton onPress={again}>{t("error.again")}</NativeButton>
        <ErrorDetail error={error} />
      </div>
    </div>
  );
}
