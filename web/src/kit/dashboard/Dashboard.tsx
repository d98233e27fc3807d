import type { CSSProperties, ReactNode } from "react";
import { ChartHue } from "../charts/look";
import { Page } from "../Page";
import { PageHeader } from "../PageHeader";
import styles from "./Dashboard.module.css";

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  /** The system's hue: the colour of charts with a single series. */
  readonly hue?: number;
  /** Freshness, exports: at the right of the title. */
  readonly actions?: ReactNode;
  /** Date range and further filters, in a `FilterBar`. */
  readonly filters?: ReactNode;
  /** Big numbers, then grids of panels. */
  readonly children: ReactNode;
}

/** A page to see how things stand: filters, big numbers, panels. */
export function Dashboard({ title, description, hue, actions, filters, children }: Props) {
  const style = hue === undefined ? undefined : ({ "--hue": hue } as CSSProperties);
  return (
    <Page size="full">
      <PageHeader title={title} description={description} actions={actions} />
      {filters}
      <ChartHue value={hue}>
        <div className={styles.dashboard} data-hue={hue === undefined ? undefined : true} style={style}>
          {children}
        </div>
      </ChartHue>
    </Page>
  );
}
