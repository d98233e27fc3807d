import { api, take } from "@/api/client";
import type { SearchGroup } from "../Search";

const most = "6";

/** Finds films and theaters by words of their names. */
export async function searchBooking(words: string, signal: AbortSignal): Promise<readonly SearchGroup[]> {
  const query = { search: words, limit: most };
  const [movies, theaters] = await Promise.all([
    take(api.GET("/booking/api/movies", { params: { query }, signal })),
    take(api.GET("/booking/api/theaters", { params: { query }, signal })),
  ]);
  return [
    {
      title: "Films",
      hits: movies.items.map(({ id, title, genre }) => ({
        id: `film-${id}`,
        label: title,
        detail: genre,
        href: `/booking/films/${encodeURIComponent(id)}`,
      })),
    },
    {
      title: "Theaters",
      hits: theaters.items.map(({ id, name, city }) => ({
        id: `theater-${id}`,
        label: name,
        detail: city,
        href: `/booking?theater=${encodeURIComponent(id)}`,
      })),
    },
  ];
}
