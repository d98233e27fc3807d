import { useEffect, useRef, useState } from "react";
import type { LiveProblem } from "./LiveProblem";
import { live } from "./live";
import type { TopicMessage } from "./Topics";

/** How a topic stands: on its way, live, interrupted, or not for this person. */
export type TopicStatus = "connecting" | "live" | "late" | "refused";

/** Listens to a topic while the component is there; the messages go to the last `onMessage` that was given. */
export function useTopic(topic: string, onMessage: (message: TopicMessage) => void): TopicStatus {
  const [status, setStatus] = useState<TopicStatus>("connecting");
  const latest = useRef(onMessage);
  useEffect(() => {
    latest.current = onMessage;
  });
  useEffect(() => {
    const leave = live.listen(topic, {
      onLive: (isLive) => setStatus(isLive ? "live" : "late"),
      onMessage: (message) => latest.current(message),
      onRefused: (_: LiveProblem) => setStatus("refused"),
    });
    return leave;
  }, [topic]);
  return status;
}
