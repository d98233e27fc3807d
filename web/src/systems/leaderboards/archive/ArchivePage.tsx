import { SegmentedControl, Select, Skeleton } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { FilterBar } from "@/kit/list/FilterBar";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { modesQuery } from "../board/boardQueries";
import styles from "./Archive.module.css";
import { archivesQuery } from "./archiveQueries";
import { type ArchiveSearch, type ArchiveType, archiveTypes, usualType } from "./archiveSearch";
import { FinalStandings } from "./FinalStandings";
import { WindowList } from "./WindowList";

const route = getRouteApi("/leaderboards/archive");

/** How windows of the boards ended, and who was rewarded. */
export function ArchivePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: ArchiveSearch) =>
    void navigate({ search: (before) => ({ ...before, window: undefined, ...change }), replace: true });
  const modes = useQuery(modesQuery);
  const mode = modes.data?.find(({ id }) => id === search.mode) ?? modes.data?.[0];
  const type = search.type ?? usualType;
  const archives = useQuery({ ...archivesQuery(mode?.id ?? "", type), enabled: mode !== undefined });
  const heads = archives.data?.items ?? [];
  const window = heads.find((each) => each.window === search.window)?.window ?? heads[0]?.window;
  const failed = modes.error ?? archives.error;
  return (
    <Page size="list">
      <PageHeader title="Archive" description="Final standings of what has ended, and who was rewarded." />
      <FilterBar active={0} onClear={() => set({})}>
        <Select
          aria-label="Game mode"
          data={(modes.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={mode?.id ?? null}
          onChange={(value) => set({ mode: value ?? undefined })}
          allowDeselect={false}
          w={180}
        />
        <SegmentedControl
          aria-label="What ended"
          data={Object.entries(archiveTypes).map(([value, label]) => ({ value, label }))}
          value={type}
          onChange={(value) => set({ type: value === usualType ? undefined : (value as ArchiveType) })}
        />
      </FilterBar>
      {failed !== null && archives.data === undefined ? (
        <ErrorState problem={failed} onRetry={() => void (modes.isError ? modes : archives).refetch()} />
      ) : archives.isPending || mode === undefined ? (
        <Skeleton height={400} />
      ) : window === undefined ? (
        <EmptyState
          icon={IconArchive}
          title="Nothing has ended yet"
          text="Final standings stand here from the moment a window ends: days at midnight UTC, weeks on Mondays."
        />
      ) : (
        <div className={styles.page}>
          <WindowList heads={heads} type={type} window={window} search={search} />
          <FinalStandings mode={mode.id} type={type} window={window} />
        </div>
      )}
    </Page>
  );
}
