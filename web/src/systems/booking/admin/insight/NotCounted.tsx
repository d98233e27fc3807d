import styles from "./Insight.module.css";

/** Stands where the filters ask for what no rollup keeps. */
export function NotCounted() {
  return (
    <p className={styles.notCounted}>
      This is not counted for a film or genre in one theater. Take one of the two filters away to see it.
    </p>
  );
}
