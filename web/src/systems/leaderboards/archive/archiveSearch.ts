import { enumOf, text } from "@/kit/url";

/** What ends, and has final standings then. */
export const archiveTypes = {
  season: "Seasons",
  monthly: "Months",
  weekly: "Weeks",
  daily: "Days",
  contest: "Events",
} as const;

export type ArchiveType = keyof typeof archiveTypes;

/** What the URL says of the archive. */
export interface ArchiveSearch {
  readonly mode?: string | undefined;
  /** Weeks unless said. */
  readonly type?: ArchiveType | undefined;
  readonly window?: string | undefined;
}

export const usualType: ArchiveType = "weekly";

export function readArchiveSearch(search: Record<string, unknown>): ArchiveSearch {
  const type = enumOf(search.type, Object.keys(archiveTypes) as ArchiveType[]);
  return {
    mode: text(search.mode),
    type: type === usualType ? undefined : type,
    window: text(search.window),
  };
}
