import styles from "./Sparkline.module.css";
import { sparkPath } from "./sparkline";
import type { Value } from "./unit";

interface Props {
  readonly values: readonly Value[];
}

/** The course of a number beside it, without axes; what it says, the number's trend says in words. */
export function Sparkline({ values }: Props) {
  return (
    <svg className={styles.spark} viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden>
      <path d={sparkPath(values)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
