import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Boundary.module.css";

export interface BoundaryProps {
  readonly children: ReactNode;
  /** Stands in the place of children that failed; `again` draws them anew. */
  readonly failure: (error: unknown, again: () => void) => ReactNode;
}

interface BoundaryState {
  readonly error: unknown;
  readonly failed: boolean;
  readonly attempt: number;
}

/** Keeps what fails from taking along what stands around it. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, failed: false, attempt: 0 };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error, failed: true };
  }

  readonly again = (): void => {
    this.setState(({ attempt }) => ({ error: null, failed: false, attempt: attempt + 1 }));
  };

  override render(): ReactNode {
    if (this.state.failed) return this.props.failure(this.state.error, this.again);
    return <Attempt key={this.state.attempt}>{this.props.children}</Attempt>;
  }
}

function Attempt({ children }: Pick<BoundaryProps, "children">) {
  return children;
}

/** What the browser said of an error, closed until asked for. */
export function ErrorDetail({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  return (
    <details className={`${styles.detail} small soft`}>
      <summary>{t("error.detail")}</summary>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
    </details>
  );
}
