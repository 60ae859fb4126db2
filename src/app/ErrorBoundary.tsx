import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Button } from "../components/Button";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly failed: boolean;
  readonly attempt: number;
}

/** Keeps a page that fails from taking the others with it, and offers a way on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, failed: false, attempt: 0 };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error, failed: true };
  }

  readonly again = (): void => {
    this.setState(({ attempt }) => ({ error: null, failed: false, attempt: attempt + 1 }));
  };

  override render(): ReactNode {
    if (this.state.failed) return <Failure error={this.state.error} again={this.again} />;
    return <Attempt key={this.state.attempt}>{this.props.children}</Attempt>;
  }
}

function Attempt({ children }: ErrorBoundaryProps) {
  return children;
}

function Failure({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="message" role="alert">
      <h1>{t("error.title")}</h1>
      <p>{t("error.text")}</p>
      <div className="message-ways">
        <Button variant="primary" onPress={again}>
          {t("error.again")}
        </Button>
        <Link className="button" href="/">
          {t("error.home")}
        </Link>
      </div>
      <details className="small soft">
        <summary>{t("error.detail")}</summary>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </div>
  );
}
