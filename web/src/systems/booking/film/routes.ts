import { createRoute, lazyRouteComponent, type SearchSchemaInput } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { day, text } from "@/kit/url";

interface FilmsSearch {
  readonly search: string | undefined;
  readonly genre: string | undefined;
}

interface FilmSearch {
  readonly date: string | undefined;
  readonly city: string | undefined;
}

const filmsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/films",
  validateSearch: (search: Partial<FilmsSearch> & SearchSchemaInput): FilmsSearch => ({
    search: text(search.search),
    genre: text(search.genre),
  }),
  component: lazyRouteComponent(() => import("./FilmsPage"), "FilmsPage"),
});

const filmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/films/$id",
  validateSearch: (search: Partial<FilmSearch> & SearchSchemaInput): FilmSearch => ({
    date: day(search.date),
    city: text(search.city),
  }),
  component: lazyRouteComponent(() => import("./FilmPage"), "FilmPage"),
});

export const filmRoutes = [filmsRoute, filmRoute] as const;
