import { Button, Skeleton } from "@mantine/core";
import { IconCalendarStar, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { rowsOf } from "@/kit/list/Rows";
import { SidePanel } from "@/kit/list/SidePanel";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { modesQuery } from "../board/boardQueries";
import { inOrder } from "../events/contest";
import { allContestsQuery } from "../events/contestQueries";
import styles from "./Admin.module.css";
import { ContestEditor } from "./ContestEditor";
import { contestColumns } from "./contestColumns";
import { SeasonBar } from "./SeasonBar";

const route = getRouteApi("/leaderboards/admin/events");

/** Events, tournaments and seasons of all game modes. */
export function ContestsPage() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (contest: string | undefined) => void navigate({ search: { open: contest } });
  const modes = useQuery(modesQuery);
  const contests = useQuery({ ...allContestsQuery(modes.data ?? []), enabled: modes.data !== undefined });
  const rows = useMemo(() => rowsOf(inOrder(contests.data ?? [], Date.now())), [contests.data]);
  const contest = contests.data?.find(({ mode, id }) => `${mode}.${id}` === open);
  const failed = modes.error ?? contests.error;
  return (
    <Page size="list">
      <PageHeader
        title="Events and seasons"
        description="What is played for a limited time, and when a season ends."
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show("new")}>
            Plan an event
          </Button>
        }
      />
      <ul className={styles.seasons} aria-label="Seasons">
        {modes.data === undefined
          ? ["first", "second", "third"].map((place) => (
              <li key={place}>
                <Skeleton className={styles.place} />
              </li>
            ))
          : modes.data.map((mode) => <SeasonBar key={mode.id} mode={mode} />)}
      </ul>
      {failed !== null && contests.data === undefined ? (
        <ErrorState problem={failed} onRetry={() => void (modes.isError ? modes : contests).refetch()} />
      ) : (
        <VirtualTable
          label="Events and tournaments"
          rows={rows}
          rowKey={({ mode, id }) => `${mode}.${id}`}
          columns={contestColumns(modes.data ?? [])}
          rowHeight={40}
          openKey={open}
          onOpen={({ mode, id }) => show(`${mode}.${id}`)}
          isLoading={contests.isPending}
          empty={
            <EmptyState
              icon={IconCalendarStar}
              title="No events yet"
              text="Plan one, and players see it with their boards."
            />
          }
        />
      )}
      <SidePanel
        isOpen={(open === "new" && modes.data !== undefined) || contest !== undefined}
        title={contest?.name ?? "A new event"}
        onClose={() => show(undefined)}
        width={480}
      >
        <ContestEditor
          key={open}
          contest={contest}
          modes={modes.data ?? []}
          onClose={() => show(undefined)}
        />
      </SidePanel>
    </Page>
  );
}
