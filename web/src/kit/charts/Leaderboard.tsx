import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { ChartProps } from "./Chart";
import { ChartFrame } from "./ChartFrame";
import styles from "./Leaderboard.module.css";
import { compact, exact, type Unit, type Value } from "./unit";

/** One of the ranked. */
export interface Ranked {
  readonly key: string;
  readonly name: string;
  readonly value: Value;
  /** A second line, dim. */
  readonly note?: ReactNode;
  /** A second figure at the right, for the table, too. */
  readonly second?: string;
}

interface Props extends Pick<ChartProps, "name" | "height" | "onPick"> {
  /** What is ranked: "Film". */
  readonly of: string;
  /** By what: "Revenue". */
  readonly measure: string;
  /** What the second figure is. */
  readonly second?: string;
  readonly items: readonly Ranked[];
  readonly unit: Unit;
  readonly currency?: string;
  /** Whether the places are numbered. */
  readonly hasPlaces?: boolean;
}

/** The first of many, as a list with bars from zero; each leads on where the chart does. */
export function Leaderboard(props: Props) {
  const { name, height = 280, of, measure, second, items, unit, currency, hasPlaces = false, onPick } = props;
  const highest = Math.max(0, ...items.map((item) => item.value ?? 0));
  const end = (label: string) => ({ label, align: "end" as const });
  const table = {
    columns: [{ label: of }, end(measure), ...(second === undefined ? [] : [end(second)])],
    rows: items.map((item) => ({
      key: item.key,
      cells: [
        item.name,
        exact(item.value, unit, currency),
        ...(second === undefined ? [] : [item.second ?? "–"]),
      ],
    })),
  };
  return (
    <ChartFrame name={name} table={table} height={height} isEmpty={items.length === 0} onPick={onPick}>
      <ol
        className={styles.board}
        aria-label={name}
        data-places={hasPlaces || undefined}
        data-picks={onPick !== undefined || undefined}
      >
        {items.map((item, index) => {
          const line = (
            <>
              {hasPlaces ? <span className={styles.place}>{index + 1}</span> : null}
              <span className={styles.name} title={item.name}>
                {item.name}
                {item.note === undefined ? null : <small>{item.note}</small>}
              </span>
              <span className={styles.value} title={exact(item.value, unit, currency)}>
                {compact(item.value, unit, currency)}
              </span>
              {item.second === undefined ? null : <span className={styles.second}>{item.second}</span>}
              <span
                className={styles.bar}
                style={{ width: highest > 0 ? `${(100 * Math.max(0, item.value ?? 0)) / highest}%` : 0 }}
                aria-hidden
              />
            </>
          );
          return (
            <li key={item.key}>
              {onPick === undefined ? (
                <div className={styles.line}>{line}</div>
              ) : (
                <UnstyledButton className={styles.line} onClick={() => onPick(item.key)}>
                  {line}
                </UnstyledButton>
              )}
            </li>
          );
        })}
      </ol>
    </ChartFrame>
  );
}
