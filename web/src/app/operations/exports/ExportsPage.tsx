import { IconFileOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { exportsQuery } from "@/kit/exports/exportQueries";
import { LinkButton } from "@/kit/LinkButton";
import { useCursorRows } from "@/kit/list/useCursorRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { exportColumns } from "./exportColumns";

/** Every file that was asked for, with how far it is. */
export function ExportsPage() {
  const query = useInfiniteQuery(exportsQuery);
  const rows = useCursorRows(query);
  return (
    <Page size="list">
      <PageHeader
        title="Exports"
        description="Files that are written in the background, the newest first."
        actions={
          <LinkButton to="/operations/reports" variant="default">
            Scheduled reports
          </LinkButton>
        }
      />
      {query.error !== null && query.data === undefined ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <VirtualTable
          label="Exports"
          name="exports"
          rows={rows}
          rowKey={(each) => each.id}
          columns={exportColumns}
          rowHeight={40}
          isLoading={query.isPending}
          empty={
            <EmptyState
              icon={IconFileOff}
              title="No exports yet"
              text="A dashboard's Export button writes the first one."
            />
          }
        />
      )}
    </Page>
  );
}
