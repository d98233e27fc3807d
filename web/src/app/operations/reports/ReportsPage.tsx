import { Button } from "@mantine/core";
import { IconCalendarRepeat, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { LinkButton } from "@/kit/LinkButton";
import { rowsOf } from "@/kit/list/Rows";
import { SidePanel } from "@/kit/list/SidePanel";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { ReportEditor } from "./ReportEditor";
import { reportColumns } from "./reportColumns";
import { reportsQuery } from "./reportQueries";

const route = getRouteApi("/operations/reports");

/** Exports that are made again and again and sent by mail. */
export function ReportsPage() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (report: string | undefined) => void navigate({ search: { open: report } });
  const query = useQuery(reportsQuery);
  const rows = useMemo(() => rowsOf(query.data?.items ?? []), [query.data]);
  const report = query.data?.items.find(({ id }) => id === open);
  return (
    <Page size="list">
      <PageHeader
        title="Scheduled reports"
        description="Exports that are made daily or weekly and sent by mail."
        actions={
          <>
            <LinkButton to="/operations/exports" variant="default">
              Exports
            </LinkButton>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show("new")}>
              Add a report
            </Button>
          </>
        }
      />
      {query.error !== null && query.data === undefined ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <VirtualTable
          label="Scheduled reports"
          name="reports"
          rows={rows}
          rowKey={(each) => each.id}
          columns={reportColumns}
          rowHeight={40}
          openKey={open}
          onOpen={(each) => show(each.id)}
          isLoading={query.isPending}
          empty={
            <EmptyState
              icon={IconCalendarRepeat}
              title="No reports yet"
              text="Add one, and it is made and sent at its hour."
            />
          }
        />
      )}
      <SidePanel
        isOpen={open === "new" || report !== undefined}
        title={report === undefined ? "A new report" : "Edit the report"}
        onClose={() => show(undefined)}
      >
        <ReportEditor key={open} report={report} onClose={() => show(undefined)} />
      </SidePanel>
    </Page>
  );
}
