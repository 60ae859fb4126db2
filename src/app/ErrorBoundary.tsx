import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Boundary, ErrorDetail } from "../components/Boundary";
import { NativeButton } from "../components/NativeButton";
import { LostPageError } from "./pages";

/** Keeps a page that fails from taking the others with it, and offers a way on. */
export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary failure={(error, again) => <Failure again={again} error={error} />}>{children}</Boundary>;
}

function Failure({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="message" role="alert">
      <h1>{t("error.title")}</h1>
      <p>{error instanceof LostPageError ? t("error.lost") : t("error.text")}</p>
      <div className="message-ways">
        <NativeButton variant="primary" onPress={again}>
          {t("error.again")}
        </NativeButton>
        <Link className="button" href="/">
          {t("error.home")}
        </Link>
      </div>
      <ErrorDetail error={error} />
    </div>
  );
}
