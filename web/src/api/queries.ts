import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

/** Makes the cache of everything read from the server. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && asProblem(error).isPassing,
        retryDelay: (failures, error) => (asProblem(error).retryAfter ?? 2 ** failures) * 1000,
      },
      mutations: { retry: false },
    },
  });
}
