import { useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";

/** Lets links to pages of the app that are plain ones be followed without loading the app anew; for what is around them. */
export function usePlainLinks(): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter();
  return (event) => {
    const link = (event.target as HTMLElement).closest("a");
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    router.history.push(link.getAttribute("href") ?? "/");
  };
}
