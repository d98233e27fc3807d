import { UnstyledButton } from "@mantine/core";
import { useMemo } from "react";
import { Chart, type ChartProps } from "./Chart";
import { useLook } from "./look";
import styles from "./Pie.module.css";
import { type PieData, piePicture, sliceColor } from "./piePicture";
import { slicesOf } from "./slices";
import { compact, exact } from "./unit";

interface Props extends ChartProps {
  readonly data: PieData;
}

/** A ring, and beside it its slices with their shares: they are the legend, and the way on. */
export function PieChart({ data, height = 220, onPick, ...chart }: Props) {
  const picture = useMemo(() => piePicture(data), [data]);
  const slices = useMemo(() => slicesOf(data.parts), [data]);
  const look = useLook();
  return (
    <div className={styles.pie}>
      <div className={styles.ring}>
        <Chart {...chart} picture={picture} height={height} onPick={onPick} />
      </div>
      <ul className={styles.slices}>
        {slices.map(({ key, name, value, share }, index) => {
          const color = sliceColor(look, slices, index);
          const line = (
            <>
              <span className={styles.swatch} style={{ background: color }} aria-hidden />
              <span className={styles.name} title={name}>
                {name}
              </span>
              <span className={styles.value} title={exact(value, data.unit, data.currency)}>
                {compact(value, data.unit, data.currency)}
              </span>
              <span className={styles.share}>{exact(share, "percent")}</span>
            </>
          );
          return (
            <li key={name}>
              {key === undefined || onPick === undefined ? (
                <div className={styles.slice}>{line}</div>
              ) : (
                <UnstyledButton className={styles.slice} onClick={() => onPick(key)}>
                  {line}
                </UnstyledButton>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
