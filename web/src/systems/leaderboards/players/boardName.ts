import { spanNames } from "../board/boardSearch";
import { regionName } from "../board/regions";

interface Named {
  readonly type: string;
  readonly window?: string | null | undefined;
  readonly region?: string | null | undefined;
}

/** What a board is called: "Weekly 2026-W48, Europe". */
export function boardName({ type, window, region }: Named): string {
  const span =
    type === "contest" ? "Event" : (Object.entries(spanNames).find(([key]) => key === type)?.[1] ?? type);
  const parts = [window == null || window === "" ? span : `${span} ${window}`];
  if (region != null) parts.push(regionName(region));
  return parts.join(", ");
}
