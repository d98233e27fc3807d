import { encode } from "uqr";
import { qrPath } from "./qrPath";
import styles from "./Ticket.module.css";

interface Props {
  readonly text: string;
  readonly label: string;
}

/** A text as a QR code, made here and sent nowhere. A quarter of it may be unreadable. */
export function QrCode({ text, label }: Props) {
  const { data, size } = encode(text, { ecc: "Q", border: 2 });
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      className={styles.qr}
      shapeRendering="crispEdges"
    >
      <path d={qrPath(data)} />
    </svg>
  );
}
