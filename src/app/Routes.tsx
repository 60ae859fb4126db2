import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch, useLocation } from "wouter";
import { NotFound } from "../components/NotFound";
import { NotKept } from "../components/NotKept";
import { Home } from "../features/home/Home";
import { ErrorBoundary } from "./ErrorBoundary";
import { PageReady } from "./PageReady";
import { type LoadPage, type PageParts, pages } from "./pages";

/** Which page the hash asks for. On a change of page, focus and scroll go to its top. */
export function Routes() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const former = useRef(path);
  useEffect(() => {
    if (former.current === path) return;
    former.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main ref={main} className="page" tabIndex={-1}>
      <noscript>
        <p className="no-script">{t("noScript")}</p>
      </noscript>
      <ErrorBoundary key={pageOf(path)}>
        <Switch>
          <Route path="/">
            <Home />
            <PageReady />
          </Route>
          <Route path="/playground">
            <Page load={pages.playground} />
          </Route>
          <Route path="/prompt-lab">
            <Page load={pages.promptLab} />
          </Route>
          <Route path="/methods/:id?">{({ id }) => <Page load={pages.methods} id={id} />}</Route>
          <Route path="/real-models">
            <Page load={pages.realModels} />
          </Route>
          <Route path="/which-method">
            <Page load={pages.whichMethod} />
          </Route>
          <Route path="/preferences">
            <Page load={pages.preferences} />
          </Route>
          <Route path="/speed">
            <Page load={pages.speed} />
          </Route>
          <Route path="/glossary">
            <Page load={pages.glossary} />
          </Route>
          <Route path="/about">
            <Page load={pages.about} />
          </Route>
          <Route path="/offline">
            <NotKept />
            <PageReady />
          </Route>
          <Route path="/embed/race">
            <Page load={pages.embed} id="race" />
          </Route>
          <Route path="/embed/prompt">
            <Page load={pages.embed} id="prompt" />
          </Route>
          <Route path="/embed/lesson">
            <Page load={pages.embed} id="lesson" />
          </Route>
          <Route path="/lessons">
            <Page load={pages.lessons} />
          </Route>
          <Route path="/lessons/:id/:step?">
            {({ id, step }) => <Page load={pages.lesson} id={id} step={step} />}
          </Route>
          <Route>
            <NotFound path={path} />
            <PageReady />
          </Route>
        </Switch>
      </ErrorBoundary>
    </main>
  );
}

/** Steps of one lesson are one page: going from one to the next mounts nothing anew. */
function pageOf(path: string): string {
  return path.split("/").slice(0, 3).join("/");
}

interface PageProps extends PageParts {
  readonly load: LoadPage;
}

/** A page that is fetched when first asked for; mounted anew after an error, it is fetched anew. */
function Page({ load, id, step }: PageProps) {
  const { t } = useTranslation();
  const [Loaded] = useState(
    () => load.fetched() ?? lazy(() => load().then((component) => ({ default: component }))),
  );
  return (
    <Suspense fallback={<p className="page-loading soft">{t("loading")}</p>}>
      <Loaded id={id} step={step} />
      <PageReady />
    </Suspense>
  );
}
