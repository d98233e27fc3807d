import { useQuery } from "@tanstack/react-query";
import { Dashboard } from "@/kit/dashboard/Dashboard";
import { Freshness } from "@/kit/dashboard/Freshness";
import { ErrorState } from "@/kit/ErrorState";
import { Concerns } from "./Concerns";
import { SystemFigures } from "./SystemFigures";
import { SystemPanels } from "./SystemPanels";
import { systemEveryMs, systemQuery } from "./systemQuery";
import { useCourses } from "./useCourses";

/** How the server itself is doing: from the mailbox to the disk. */
export function SystemPage() {
  const query = useQuery(systemQuery);
  const { data, error, refetch, dataUpdatedAt } = query;
  const courses = useCourses(data);
  return (
    <Dashboard
      title="System"
      description="Shards, journal, requests and memory of this server."
      actions={<Freshness at={dataUpdatedAt} staleMs={4 * systemEveryMs} isFailing={error !== null} />}
    >
      {error !== null && data === undefined ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Concerns system={data} />
          <SystemFigures system={data} />
          <SystemPanels system={data} courses={courses} state={query} />
        </>
      )}
    </Dashboard>
  );
}
