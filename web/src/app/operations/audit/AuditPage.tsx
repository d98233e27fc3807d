import { Select, TextInput } from "@mantine/core";
import { IconClipboardOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { FilterBar } from "@/kit/list/FilterBar";
import { SearchField } from "@/kit/list/SearchField";
import { useCursorRows } from "@/kit/list/useCursorRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { auditColumns } from "./auditColumns";
import { type AuditSearch, auditQuery } from "./auditQueries";

const route = getRouteApi("/operations/audit");

const results = [
  { value: "done", label: "Done" },
  { value: "refused", label: "Refused" },
];

/** What operators did, and what they were refused. */
export function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (some: AuditSearch) => void navigate({ search: (before) => ({ ...before, ...some }) });
  const query = useInfiniteQuery(auditQuery(search));
  const rows = useCursorRows(query);
  const active = Object.values(search).filter((value) => value !== undefined).length;
  return (
    <Page size="list">
      <PageHeader title="Audit log" description="What operators did and were refused, the newest first." />
      <FilterBar
        active={active}
        onClear={() => change({ action: undefined, result: undefined, from: undefined })}
      >
        <SearchField
          label="Action, such as movie."
          value={search.action}
          onChange={(action) => change({ action })}
        />
        <Select
          aria-label="Result"
          placeholder="Every result"
          data={results}
          value={search.result ?? null}
          onChange={(value) => change({ result: (value as AuditSearch["result"] | null) ?? undefined })}
          clearable
          w={140}
        />
        <TextInput
          type="date"
          aria-label="From this day on"
          value={search.from ?? ""}
          onChange={(event) => change({ from: event.currentTarget.value || undefined })}
        />
      </FilterBar>
      {query.error !== null && query.data === undefined ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <VirtualTable
          label="Audit log"
          name="audit"
          of={JSON.stringify(search)}
          rows={rows}
          rowKey={(each) => each.id}
          columns={auditColumns}
          rowHeight={32}
          isLoading={query.isPending}
          empty={
            <EmptyState
              icon={IconClipboardOff}
              title="Nothing is written down"
              text={active > 0 ? "Nothing fits these filters." : "What operators change shows here at once."}
            />
          }
        />
      )}
    </Page>
  );
}
