import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type PagedRows, usePagedRows } from "@/kit/list/usePagedRows";
import type { TopicMessage } from "@/live/Topics";
import { usePile } from "@/live/usePile";
import { useTopic } from "@/live/useTopic";
import { boardTopic, pushOf } from "./boardPush";
import { type BoardChoice, boardKey, pageSize, readPage } from "./boardQueries";
import type { Ranked } from "./Ranked";
import { type TopPage, withTop } from "./withTop";

/** What is in view is read again so often; what the server pushes comes on top of that, at once. */
const refreshMs = 5000;
/** Pushes are painted at most so often. */
const paintMs = 1000;

/** A board by its ranks: the pages in view and those beside them, and its top as the server pushes it. */
export function useBoard(choice: BoardChoice): PagedRows<Ranked> {
  const queries = useQueryClient();
  const key = boardKey(choice);
  const { add } = usePile<TopicMessage>((messages) => {
    const push = messages.map((message) => pushOf(message, choice)).findLast((each) => each !== undefined);
    if (push === undefined) return;
    queries.setQueryData<TopPage>([...key, 1], (page) => page && withTop(page, push.top, push.size));
  }, paintMs);
  const onMessage = useCallback((message: TopicMessage) => add([message]), [add]);
  useTopic(boardTopic(choice.mode), onMessage);
  return usePagedRows<Ranked>({
    queryKey: key,
    pageSize,
    read: (page, signal) => readPage(choice, page, signal),
    refetchInterval: refreshMs,
    readAhead: 1,
  });
}
