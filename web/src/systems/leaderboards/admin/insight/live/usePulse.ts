import { useEffect, useRef, useState } from "react";
import { LiveSeries } from "@/kit/charts/LiveSeries";
import { type TopicStatus, useTopic } from "@/live/useTopic";
import { type Pulse, secondsOf, sumOf } from "./pulse";

/** What happens right now, and how the stream of it stands. */
export interface LivePulse {
  readonly status: TopicStatus;
  readonly now: Pulse | undefined;
  /** The mode shown; undefined for all. */
  readonly mode: string | undefined;
  /** Scores of each second. */
  readonly rate: LiveSeries;
  /** When the newest message came. */
  readonly at: number;
}

const secondMs = 1000;

/** Listens to what is told twice a second. The line begins anew with another mode. */
export function usePulse(mode: string | undefined): LivePulse {
  const [now, setNow] = useState<Pulse>();
  const [at, setAt] = useState(0);
  const [rate, setRate] = useState(() => new LiveSeries());
  const first = useRef<Pulse>(undefined);
  const status = useTopic("game-pulse", ({ event, data }) => {
    const pulse = data as Pulse;
    if (event === "game_pulse_snapshot") {
      first.current = pulse;
      setRate(lineOf(pulse, mode));
    } else if (event === "game_pulse") {
      addTo(rate, pulse, mode);
    } else return;
    setNow(pulse);
    setAt(Date.now());
  });
  useEffect(() => {
    if (first.current !== undefined) setRate(lineOf(first.current, mode));
  }, [mode]);
  return { status, now, mode, rate, at };
}

function lineOf(pulse: Pulse, mode: string | undefined): LiveSeries {
  const line = new LiveSeries();
  const end = Math.floor(Date.parse(pulse.at) / secondMs) * secondMs;
  const seconds = secondsOf(pulse.modes, mode);
  for (const [index, count] of seconds.entries()) line.add(end - (seconds.length - index) * secondMs, count);
  return line;
}

/** The last whole second, once: it is told twice. */
function addTo(line: LiveSeries, pulse: Pulse, mode: string | undefined): void {
  const second = (Math.floor(Date.parse(pulse.at) / secondMs) - 1) * secondMs;
  if (second > (line.last?.at ?? 0)) line.add(second, sumOf(pulse.modes, mode).scoresLastSecond);
}
