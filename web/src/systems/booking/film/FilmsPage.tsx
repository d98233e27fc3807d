import { Button, Chip, Group } from "@mantine/core";
import { IconMovieOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { formatExact } from "@/kit/format";
import { SearchField } from "@/kit/list/SearchField";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { genresQuery } from "../browse/lists";
import { AskButton } from "../chat/AskButton";
import { ForYou } from "../forYou/ForYou";
import { FilmGrid } from "./FilmGrid";
import styles from "./Films.module.css";
import { useFilms } from "./useFilms";

const chip = { label: styles.chip ?? "" };
const route = getRouteApi("/booking/films");

/** Every film, by its poster. */
export function FilmsPage() {
  const { search, genre } = route.useSearch();
  const navigate = route.useNavigate();
  const genres = useQuery(genresQuery);
  const films = useFilms(search, genre);
  const change = (some: { search?: string | undefined; genre?: string | undefined }, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...some }), replace, resetScroll: false });
  const total = films.data?.pages[0]?.total;
  return (
    <Page>
      <PageHeader
        title="Films"
        actions={<AskButton />}
        description={
          total === undefined ? "\u00a0" : `${formatExact(total)} ${total === 1 ? "film" : "films"}`
        }
      />
      {search === undefined && genre === undefined ? <ForYou /> : null}
      <search className={styles.filters}>
        <SearchField
          label="Search films"
          value={search}
          onChange={(value) => change({ search: value }, search !== undefined)}
        />
        <Chip.Group value={genre ?? ""} onChange={(value) => change({ genre: String(value) || undefined })}>
          <Group gap={6} className={styles.genres} role="group" aria-label="Genre">
            <Chip value="" variant="light" size="sm" classNames={chip}>
              All
            </Chip>
            {genres.data?.map((each) => (
              <Chip key={each} value={each} variant="light" size="sm" classNames={chip}>
                {each}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </search>
      {films.error !== null && films.data === undefined ? (
        <ErrorState problem={films.error} onRetry={() => void films.refetch()} />
      ) : total === 0 ? (
        <EmptyState
          icon={IconMovieOff}
          title="No film matches"
          text="Try another word, or every genre."
          action={
            <Button variant="default" onClick={() => change({ search: undefined, genre: undefined })}>
              Show all films
            </Button>
          }
        />
      ) : (
        <FilmGrid query={films} />
      )}
    </Page>
  );
}
