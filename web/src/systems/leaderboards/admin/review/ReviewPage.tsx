import { Button, Group, SegmentedControl, Select, Text } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { LinkButton } from "@/kit/LinkButton";
import { FilterBar } from "@/kit/list/FilterBar";
import { SidePanel } from "@/kit/list/SidePanel";
import { useCursorRows } from "@/kit/list/useCursorRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { modesQuery } from "../../board/boardQueries";
import { AccuracyPanel } from "./AccuracyPanel";
import { CasePanel } from "./CasePanel";
import { caseColumns } from "./caseColumns";
import { casesQuery, type FlaggedCase } from "./caseQueries";
import { accuracyWords } from "./caseWords";
import { accuracyQuery } from "./evidenceQueries";
import { neighbour } from "./neighbour";
import { caseLists, type ReviewSearch } from "./reviewSearch";

const route = getRouteApi("/leaderboards/admin/review");

/** Players whose scores were held or whose play is unusual, to be judged one by one. */
export function ReviewPage() {
  const { mode: wanted, list = "open", open, panel } = route.useSearch();
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
  const accuracy = useQuery({ ...accuracyQuery(mode?.id ?? ""), enabled: mode !== undefined });
  const loaded = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  const opened = loaded.find(({ id }) => id === open);
  // The list is as it was until it is read again: whoever is decided is still there to go on from.
  const step = (by: 1 | -1) => {
    const next = opened === undefined ? undefined : neighbour(loaded, opened.id, by);
    if (next !== undefined) set({ open: next.id });
    return next !== undefined;
  };
  const goOn = () => {
    if (!step(1) && !step(-1)) set({ open: undefined });
  };
  const failed = modes.error ?? cases.error;
  return (
    <Page size="list">
      <PageHeader
        title="Review"
        description="Scores that broke a rule are held, and who plays like nobody else is flagged, until somebody has looked."
        actions={
          <Group gap="xs">
            <LinkButton to="/operations/audit" variant="default">
              Audit log
            </LinkButton>
            <Button variant="default" onClick={() => set({ panel: "accuracy", open: undefined })}>
              Accuracy and patterns
            </Button>
          </Group>
        }
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
        <Text size="sm" w={{ base: "100%", sm: "auto" }} style={{ alignSelf: "center" }}>
          {accuracy.data === undefined ? "\u00a0" : accuracyWords(accuracy.data)}
        </Text>
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
              text={
                list === "open"
                  ? "A score that breaks a rule shows here at once, and so does play like nobody else's."
                  : undefined
              }
            />
          }
        />
      )}
      <SidePanel
        isOpen={opened !== undefined}
        title={opened?.username ?? ""}
        onClose={() => set({ open: undefined })}
        width={640}
      >
        {opened === undefined || mode === undefined ? null : (
          <CasePanel key={opened.id} flagged={opened} mode={mode} onDone={goOn} onStep={step} />
        )}
      </SidePanel>
      <SidePanel
        isOpen={panel === "accuracy" && accuracy.data !== undefined}
        title={`Accuracy and patterns${mode === undefined ? "" : ` in ${mode.name}`}`}
        onClose={() => set({ panel: undefined })}
        width={560}
      >
        {accuracy.data === undefined ? null : <AccuracyPanel accuracy={accuracy.data} />}
      </SidePanel>
    </Page>
  );
}
