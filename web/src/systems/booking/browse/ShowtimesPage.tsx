import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { ShowtimeTable } from "./ShowtimeTable";

/** What is on: every showtime to come. */
export function ShowtimesPage() {
  return (
    <Page size="list">
      <PageHeader title="Showtimes" description="Everything to come, in every theater." />
      <ShowtimeTable />
    </Page>
  );
}
