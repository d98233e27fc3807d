import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { ConsumerPanel } from "./ConsumerPanel";
import { ConsumerSummary } from "./ConsumerSummary";
import { ConsumerTable } from "./ConsumerTable";
import { consumersQuery } from "./consumerQueries";
import { GroupTable } from "./GroupTable";
import { ProjectionTable } from "./ProjectionTable";
import { UnknownConsumers } from "./UnknownConsumers";

const route = getRouteApi("/operations");

/** What lives on the journal, and how far each has come. */
export function ConsumersPage() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, isPending, error, refetch, dataUpdatedAt } = useQuery(consumersQuery);
  const show = (name: string | undefined) => navigate({ search: (before) => ({ ...before, open: name }) });
  return (
    <Page size="full">
      <PageHeader
        title="Consumers"
        description="What reads the journal after a fact was decided: how far, how quickly, and what it gave up on."
      />
      {error !== null && data === undefined ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <ConsumerSummary answer={data} readAt={dataUpdatedAt} isFailing={error !== null} />
          <UnknownConsumers consumers={data?.unknown ?? []} />
          <ConsumerTable consumers={data?.consumers ?? []} isLoading={isPending} open={open} onOpen={show} />
          <GroupTable groups={data?.groups ?? []} />
          <ProjectionTable projections={data?.projections ?? []} isLoading={isPending} />
        </>
      )}
      <ConsumerPanel
        consumer={data?.consumers.find((each) => each.name === open)}
        isOpen={open !== undefined && data !== undefined}
        onClose={() => show(undefined)}
      />
    </Page>
  );
}
