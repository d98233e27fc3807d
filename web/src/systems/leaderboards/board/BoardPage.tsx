import { Skeleton } from "@mantine/core";
import { IconTrophy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef } from "react";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { EventsPanel } from "../events/EventsPanel";
import { LiveFeed } from "../feed/LiveFeed";
import { OwnRankBar } from "../own/OwnRankBar";
import styles from "./BoardPage.module.css";
import { BoardTabs } from "./BoardTabs";
import { modesQuery } from "./boardQueries";
import type { BoardSearch } from "./boardSearch";
import { LiveBoard } from "./LiveBoard";
import type { RankTableHandle } from "./RankTable";

const route = getRouteApi("/leaderboards");

/** The boards of a game mode, live, with one's own rank above them and the latest scores beside them. */
export function BoardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const modes = useQuery(modesQuery);
  const table = useRef<RankTableHandle>(null);
  const set = (change: Partial<BoardSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const mode = modes.data?.find(({ id }) => id === search.mode) ?? modes.data?.[0];
  const span = search.span ?? "global";
  const choice = mode && {
    mode: mode.id,
    span,
    region: search.region,
    friends: search.friends,
    event: span === "events" ? search.event : undefined,
  };
  const showRank = (rank: number) => table.current?.showRank(rank);
  return (
    <Page size="list">
      <PageHeader title="Leaderboards" description="Every player's exact rank, as it changes." />
      {modes.isError && modes.data === undefined ? (
        <ErrorState problem={modes.error} onRetry={() => void modes.refetch()} />
      ) : modes.data?.length === 0 ? (
        <EmptyState
          icon={IconTrophy}
          title="No game modes yet"
          text="Boards appear with the first game mode that is opened."
        />
      ) : (
        <div className={styles.page}>
          <div className={styles.board}>
            <BoardTabs
              span={span}
              onChange={(next) => set({ span: next === "global" ? undefined : next, event: undefined })}
            >
              {choice === undefined || mode === undefined ? (
                <Skeleton className={styles.placeholder} />
              ) : span === "events" && search.event === undefined ? (
                <EventsPanel mode={mode.id} onOpen={(event) => set({ event })} />
              ) : (
                <>
                  <OwnRankBar choice={choice} onShow={showRank} />
                  <LiveBoard
                    choice={choice}
                    modes={modes.data ?? []}
                    mode={mode}
                    onChange={set}
                    handle={table}
                  />
                </>
              )}
            </BoardTabs>
          </div>
          <aside className={styles.feed} aria-label="Latest scores">
            {mode === undefined ? <Skeleton height="100%" /> : <LiveFeed mode={mode.id} />}
          </aside>
        </div>
      )}
    </Page>
  );
}
