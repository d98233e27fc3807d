import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./BoardPage.module.css";
import { type Span, spanNames, spans } from "./boardSearch";

interface Props {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
  /** The board of the tab. */
  readonly children: ReactNode;
}

/** One tab a span of time. */
export function BoardTabs({ span, onChange, children }: Props) {
  return (
    <Tabs
      value={span}
      onChange={(value) => onChange(spans.find((each) => each === value) ?? "global")}
      classNames={{ root: styles.tabs, list: styles.tabList, panel: styles.panel }}
    >
      <Tabs.List aria-label="Which board">
        {spans.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {spanNames[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={span} tabIndex={-1}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}
