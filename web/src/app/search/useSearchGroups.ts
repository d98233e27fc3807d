import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useUser } from "@/auth/useSession";
import { systems } from "@/systems";
import type { SearchGroup } from "@/systems/Search";
import { findPages } from "./pages";

const shortest = 2;

/** What fits the words typed: pages at once, things on the server once the typing rests. */
export function useSearchGroups(typed: string) {
  const role = useUser()?.role;
  const words = typed.trim();
  const [rested] = useDebouncedValue(words, 200);
  const isAsking = words.length >= shortest;
  const found = useQuery({
    queryKey: ["search", rested],
    queryFn: async ({ signal }) => {
      const providers = await Promise.all(systems.map((system) => system.search?.()));
      const answers = await Promise.all(providers.map((find) => find?.(rested, signal) ?? []));
      return answers.flat();
    },
    enabled: isAsking && rested.length >= shortest,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const groups = useMemo((): readonly SearchGroup[] => {
    const pages = findPages(systems, role, words);
    const things = isAsking ? (found.data ?? []) : [];
    return [...pages.slice(0, 1), ...things, ...pages.slice(1)].filter((group) => group.hits.length > 0);
  }, [found.data, isAsking, role, words]);
  return {
    groups,
    isBusy: isAsking && (found.isFetching || rested !== words),
    error: isAsking ? found.error : null,
  };
}
