/** Something the search found, and where it leads. */
export interface SearchHit {
  /** Unique among all hits. */
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  /** A path of this app. */
  readonly href: string;
}

/** Hits of one kind, under one heading. */
export interface SearchGroup {
  readonly title: string;
  readonly hits: readonly SearchHit[];
}

/** Finds a system's own things by the words typed. */
export type SearchProvider = (words: string, signal: AbortSignal) => Promise<readonly SearchGroup[]>;
