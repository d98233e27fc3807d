import { SegmentedControl, Select } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { FilterBar } from "@/kit/list/FilterBar";
import { SidePanel } from "@/kit/list/SidePanel";
import { useCursorRows } from "@/kit/list/useCursorRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { modesQuery } from "../../board/boardQueries";
import { CasePanel } from "./CasePanel";
import { caseColumns } from "./caseColumns";
import { casesQuery, type FlaggedCase } from "./caseQueries";
import { caseLists, type ReviewSearch } from "./reviewSearch";

const route = getRouteApi("/leaderboards/admin/review");

/** Players whose scores were held, to be judged one by one. */
export function ReviewPage() {
  const { mode: wanted, list = "open", open } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<ReviewSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const modes = useQuery(modesQuery);
  const mode = modes.data?.find(({ id }) => id === wanted) ?? modes.data?.[0];
  const cases = useInfiniteQuery({
    ...casesQuery(mode?.id ?? "", list === "all"),
    enabled: mode !== undefined,
  });
  const rows = useCursorRows<FlaggedCase>(cases);
  const opened = cases.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === open);
  const failed = modes.error ?? cases.error;
  return (
    <Page size="list">
      <PageHeader
        title="Review"
        description="Scores that broke a rule are held until somebody has looked at them."
      />
      <FilterBar active={0} onClear={() => set({})}>
        <Select
          aria-label="Game mode"
          data={(modes.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={mode?.id ?? null}
          onChange={(value) => set({ mode: value ?? undefined, open: undefined })}
          allowDeselect={false}
          w={180}
        />
        <SegmentedControl
          aria-label="Which cases"
          data={caseLists.map((each) => ({ value: each, label: each === "all" ? "All" : "Open" }))}
          value={list}
          onChange={(value) => set({ list: value === "all" ? "all" : undefined, open: undefined })}
        />
      </FilterBar>
      {failed !== null && cases.data === undefined ? (
        <ErrorState problem={failed} onRetry={() => void (modes.isError ? modes : cases).refetch()} />
      ) : (
        <VirtualTable
          label="Cases"
          rows={rows}
          rowKey={(each) => each.id}
          columns={caseColumns}
          rowHeight={32}
          of={`${mode?.id} ${list}`}
          openKey={open}
          onOpen={(each) => set({ open: each.id })}
          isLoading={cases.isPending}
          empty={
            <EmptyState
              icon={IconShieldCheck}
              title={list === "open" ? "Nothing to review" : "None yet"}
              text={list === "open" ? "A score that breaks a rule shows here at once." : undefined}
            />
          }
        />
      )}
      <SidePanel
        isOpen={opened !== undefined}
        title={opened?.username ?? ""}
        onClose={() => set({ open: undefined })}
        width={560}
      >
        {opened === undefined || mode === undefined ? null : (
          <CasePanel key={opened.id} flagged={opened} mode={mode} onDone={() => set({ open: undefined })} />
        )}
      </SidePanel>
    </Page>
  );
}
