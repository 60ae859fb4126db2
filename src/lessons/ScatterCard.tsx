import { ScatterPlot, type ScatterPlotProps } from "../charts/ScatterPlot";
import { TableTwin } from "../charts/TableTwin";
import { Card } from "../components/Card";

export interface ScatterCardProps extends ScatterPlotProps {
  readonly title: string;
  /** Said where no figures could be fetched. */
  readonly none: string;
  /** The same as a table: the name of each dot, and what is told of it. */
  readonly rows: readonly (readonly string[])[];
}

/** A lesson's figure of dots, with its table twin. */
export function ScatterCard({ title, none, rows, ...plot }: ScatterCardProps) {
  return (
    <Card title={title}>
      {plot.dots.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          <ScatterPlot {...plot} />
          <TableTwin caption={plot.summary} columns={[plot.x.label, plot.y.label]} rows={rows} />
        </>
      )}
    </Card>
  );
}
