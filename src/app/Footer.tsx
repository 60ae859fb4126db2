import { useTranslation } from "react-i18next";
import { Link } from "wouter";

const destinations = ["which-method", "speed", "about"] as const;

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="footer">
      <p>{t("footer.about")}</p>
      <nav aria-label={t("footer.label")} className="footer-links">
        {destinations.map((page) => (
          <Link key={page} href={`/${page}`}>
            {t(`nav.${page}`)}
          </Link>
        ))}
        <a href="./data/DATA-LICENSES.md">{t("footer.sources")}</a>
        <span>{t("footer.licence")}</span>
      </nav>
    </footer>
  );
}
