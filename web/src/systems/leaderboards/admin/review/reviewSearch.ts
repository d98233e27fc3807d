/** Cases that wait, or all there are. */
export const caseLists = ["open", "all"] as const;

/** What the URL says of the queue. */
export interface ReviewSearch {
  readonly mode?: string | undefined;
  readonly list?: "all" | undefined;
  readonly open?: string | undefined;
  /** Whether the panel about how good flags are is open. */
  readonly panel?: "accuracy" | undefined;
}
