import { createContext } from "react";

/** How the panel around a chart wants it shown. */
export interface PanelViewing {
  readonly isTable: boolean;
  /** Whether the panel is opened large. */
  readonly isLarge: boolean;
  /** Told by the chart inside that it can be shown as a table. */
  readonly onTable: () => void;
}

export const PanelView = createContext<PanelViewing | undefined>(undefined);
