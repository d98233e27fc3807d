import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useMemo } from "react";
import type { ChartProps } from "./Chart";
import { ChartFrame } from "./ChartFrame";
import { exact } from "./unit";
import styles from "./WordCloud.module.css";
import { sizeWords, type Word } from "./wordCloud";

interface Props extends Pick<ChartProps, "name" | "height" | "onPick"> {
  readonly words: readonly Word[];
}

/** Words as large as they are common, in the order of the alphabet, so that one can be found. */
export function WordCloud({ name, height = 240, words, onPick }: Props) {
  const sized = useMemo(() => sizeWords(words), [words]);
  const table = useMemo(
    () => ({
      columns: [{ label: "Word" }, { label: "Times", align: "end" as const }],
      rows: [...words]
        .sort((a, b) => b.count - a.count)
        .map(({ text, count }) => ({ key: text, cells: [text, exact(count, "count")] })),
    }),
    [words],
  );
  return (
    <ChartFrame name={name} table={table} height={height} isEmpty={words.length === 0} onPick={onPick}>
      <ul className={styles.cloud} aria-label={name}>
        {sized.map(({ text, count, size }) => {
          const times = exact(count, "count");
          const word = (
            <>
              {text}
              <VisuallyHidden>, {times} times</VisuallyHidden>
            </>
          );
          return (
            <li key={text} style={{ fontSize: size }} title={`${times} times`}>
              {onPick === undefined ? (
                word
              ) : (
                <UnstyledButton className={styles.word} onClick={() => onPick(text)}>
                  {word}
                </UnstyledButton>
              )}
            </li>
          );
        })}
      </ul>
    </ChartFrame>
  );
}
