import { useHotkeys } from "@mantine/hooks";
import { type RefObject, useRef } from "react";

/**
 * Runs what stands for a key while the panel that the reference stands in is on top: not while a question is open above
 * it.
 */
export function useCaseKeys(keys: Readonly<Record<string, () => void>>): RefObject<HTMLDivElement | null> {
  const inside = useRef<HTMLDivElement>(null);
  const isOnTop = (target: EventTarget | null) => {
    const own = inside.current?.closest("[role=dialog]");
    const at = target instanceof Element ? target.closest("[role=dialog]") : null;
    return at === null ? document.querySelectorAll("[role=dialog]").length < 2 : at === own;
  };
  useHotkeys(
    Object.entries(keys).map(([key, run]) => [
      key,
      (event) => {
        if (isOnTop(event.target)) run();
      },
    ]),
  );
  return inside;
}
