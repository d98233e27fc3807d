import { ActionIcon, Modal, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowsDiagonal, IconChartLine, IconTable } from "@tabler/icons-react";
import { type ReactNode, useId, useMemo, useState } from "react";
import { PanelView } from "../charts/PanelView";
import { ErrorState } from "../ErrorState";
import { StatusBadge } from "../StatusBadge";
import styles from "./Panel.module.css";

/** How what a panel shows is doing; a query fits. */
export interface PanelState {
  readonly isPending: boolean;
  readonly error: unknown;
  /** Whether what is shown belongs to what was asked before. */
  readonly isPlaceholderData?: boolean;
  readonly refetch?: () => unknown;
}

interface Props {
  readonly title: string;
  /** A line below the title. */
  readonly note?: ReactNode;
  /** Of twelve columns. */
  readonly span?: 4 | 6 | 8 | 12;
  readonly state?: PanelState;
  /** Why it is not all that there is to show, if it is not. */
  readonly partial?: string | undefined;
  /** As high as what will be shown, in pixels, for the time until then. */
  readonly height?: number;
  /** Beside the panel's own buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One thing on a dashboard: drawn or as a table, at its place or large. */
export function Panel({ title, note, span = 6, state, partial, height = 240, actions, children }: Props) {
  const [isLarge, large] = useDisclosure(false);
  const [isTable, table] = useDisclosure(false);
  const [hasTable, setHasTable] = useState(false);
  const id = useId();
  const onTable = useMemo(() => () => setHasTable(true), []);
  const small = useMemo(() => ({ isTable, isLarge: false, onTable }), [isTable, onTable]);
  const wide = useMemo(() => ({ isTable, isLarge: true, onTable }), [isTable, onTable]);
  const hasFailed = state?.error != null && state.isPending;
  const isReady = state === undefined || !state.isPending;
  const Icon = isTable ? IconChartLine : IconTable;
  const toggle = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      onClick={table.toggle}
      aria-label={`${title}: show ${isTable ? "the chart" : "the numbers"}`}
      title={isTable ? "Show the chart" : "Show the numbers"}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <section
      className={styles.panel}
      data-span={span}
      aria-labelledby={id}
      aria-busy={state?.isPending === true && !hasFailed}
    >
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={id}>{title}</h2>
          {note === undefined ? null : <p>{note}</p>}
        </div>
        {partial === undefined ? null : (
          <span title={partial}>
            <StatusBadge meaning="warning">Partial</StatusBadge>
          </span>
        )}
        <div className={styles.actions}>
          {actions}
          {isReady && hasTable ? toggle : null}
          {isReady ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              onClick={large.open}
              aria-label={`${title}: open large`}
              title="Open large"
            >
              <IconArrowsDiagonal size={16} aria-hidden />
            </ActionIcon>
          ) : null}
        </div>
      </header>
      <div
        className={styles.body}
        data-stale={state?.isPlaceholderData || undefined}
        style={{ minHeight: height }}
      >
        {hasFailed ? (
          <ErrorState problem={state?.error} onRetry={() => void state?.refetch?.()} />
        ) : isReady ? (
          <PanelView value={small}>{children}</PanelView>
        ) : (
          <Skeleton height={height} />
        )}
      </div>
      <Modal
        opened={isLarge}
        onClose={large.close}
        size="min(1200px, 100%)"
        title={title}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
        styles={{ title: { fontSize: 16, fontWeight: 600 } }}
      >
        <div className={styles.large}>
          {hasTable ? <div className={styles.tools}>{toggle}</div> : null}
          <PanelView value={wide}>{children}</PanelView>
        </div>
      </Modal>
    </section>
  );
}
