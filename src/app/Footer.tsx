import { useTranslation } from "react-i18next";

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="footer">
      <p>{t("footer.about")}</p>
      <p className="footer-links">
        <a href="./data/DATA-LICENSES.md">{t("footer.sources")}</a>
        <span>{t("footer.licence")}</span>
      </p>
    </footer>
  );
}
