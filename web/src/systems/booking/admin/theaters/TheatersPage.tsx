import { IconPlus } from "@tabler/icons-react";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { TheaterTable } from "./TheaterTable";

/** The theaters of the house and their seat plans. */
export function TheatersPage() {
  return (
    <Page size="list">
      <PageHeader
        title="Theaters"
        description="Where films are shown, and how their seats stand."
        actions={
          <LinkButton to="/booking/admin/theaters/new" leftSection={<IconPlus size={16} aria-hidden />}>
            Add a theater
          </LinkButton>
        }
      />
      <TheaterTable />
    </Page>
  );
}
