import { useEffect, useRef } from "react";
import { formatCountdown } from "./format";
import { useNow } from "./useNow";

interface Props {
  readonly until: string | Date;
  /** Called once when the time is over. */
  readonly onEnd?: () => void;
  /** Milliseconds the server's clock is ahead of this one. */
  readonly skewMs?: number;
}

/** 4:59, 4:58 … The last minute is marked. Screen readers read it when asked, not every second. */
export function Countdown({ until, onEnd, skewMs = 0 }: Props) {
  const left = new Date(until).getTime() - skewMs - useNow(1000);
  const isOver = left <= 0;
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (isOver) end.current?.();
  }, [isOver]);

  const style = left < 60_000 ? { color: "var(--warning)", fontWeight: 600 } : undefined;
  return (
    <span role="timer" className="tabular" style={style}>
      {formatCountdown(left)}
    </span>
  );
}
