import { enumOf, flag, id, text } from "@/kit/url";

/** The boards of a game mode, one a tab. */
export const spans = [
  "global",
  "daily",
  "weekly",
  "monthly",
  "season",
  "last24h",
  "trending",
  "events",
] as const;

export type Span = (typeof spans)[number];

export const spanNames: Record<Span, string> = {
  global: "Global",
  daily: "Daily",
  weekly: "Weekly",
  monthly: "Monthly",
  season: "Season",
  last24h: "Last 24 hours",
  trending: "Trending",
  events: "Events",
};

/** Which board the URL names; what is absent is the first there is. */
export interface BoardSearch {
  readonly mode?: string | undefined;
  readonly span?: Span | undefined;
  readonly region?: string | undefined;
  readonly friends?: true | undefined;
  /** Of the tab of events: which. */
  readonly event?: string | undefined;
}

export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const span = enumOf(search.span, spans);
  return {
    mode: text(search.mode),
    span: span === "global" ? undefined : span,
    region: text(search.region),
    friends: flag(search.friends),
    event: id(search.event),
  };
}
