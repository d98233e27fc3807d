import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { FilmPanel } from "./FilmPanel";
import { FilmTable } from "./FilmTable";

const route = getRouteApi("/booking/admin/films");

/** The films of the house: looking them up, adding, changing, removing. */
export function FilmsPage() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (id: string | undefined) => navigate({ search: (before) => ({ ...before, open: id }) });
  return (
    <Page size="list">
      <PageHeader
        title="Films"
        description="What can be put on the schedule."
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show("new")}>
            Add a film
          </Button>
        }
      />
      <FilmTable open={open} onOpen={show} />
      <FilmPanel id={open} onClose={() => show(undefined)} />
    </Page>
  );
}
