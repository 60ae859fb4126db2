import { lazyComponent } from "../components/lazy-component";
import { Inspect } from "../features/inspect/Inspect";
import { Playground } from "../features/playground/Playground";
import { retryImport } from "../lib/retry-import";
import { useOwnData } from "../state/own-data";

const OwnData = lazyComponent(() =>
  retryImport(() => import("../features/own-data/OwnData")).then((ownData) => ownData.OwnData),
);

const Runs = lazyComponent(() =>
  retryImport(() => import("../features/runs/Runs")).then((runs) => runs.Runs),
);

/** The one page of several features: the playground, a learner's own data, the runs that were kept, and the tools that take its lanes apart. */
export function PlaygroundPage() {
  const bringsData = useOwnData((own) => own.isOpen);
  return (
    <Playground data={bringsData && <OwnData />}>
      <Runs />
      <Inspect />
    </Playground>
  );
}
