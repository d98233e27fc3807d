import styles from "./Barcode.module.css";
import { code39 } from "./code39";

interface Props {
  /** Hexadecimal digits and hyphens. */
  readonly text: string;
}

/** A booking's reference for the scanner at the door. */
export function Barcode({ text }: Props) {
  const code = code39(text);
  if (code === undefined) return null;
  return (
    <svg
      className={styles.barcode}
      viewBox={`-10 0 ${code.width + 20} 40`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Barcode ${text}`}
    >
      {code.bars.map((bar) => (
        <rect key={bar.x} x={bar.x} y={0} width={bar.width} height={40} />
      ))}
    </svg>
  );
}
