import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState } from "@/kit/ErrorState";
import { SidePanel } from "@/kit/list/SidePanel";
import { FilmEditor } from "./FilmEditor";
import { filmQuery } from "./filmQueries";

interface Props {
  /** A film's id, `new`, or nothing. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** A film beside the list. */
export function FilmPanel({ id, onClose }: Props) {
  const [round, setRound] = useState(0);
  const isNew = id === "new";
  const film = useQuery({ ...filmQuery(id ?? ""), enabled: id !== undefined && !isNew });
  const title = isNew ? "A new film" : (film.data?.movie.title ?? "Film");
  return (
    <SidePanel isOpen={id !== undefined} title={title} onClose={onClose} width={480}>
      {isNew ? (
        <FilmEditor film={undefined} upcoming={0} onReload={onClose} onClose={onClose} />
      ) : film.data !== undefined ? (
        <FilmEditor
          key={`${film.data.movie.id}.${round}`}
          film={film.data.movie}
          upcoming={film.data.upcomingCount}
          onReload={() => void film.refetch().then(() => setRound(round + 1))}
          onClose={onClose}
        />
      ) : film.isError ? (
        <ErrorState problem={film.error} onRetry={() => void film.refetch()} />
      ) : (
        <Stack>
          {["title", "genre", "duration", "day", "text"].map((field) => (
            <Skeleton key={field} height={56} />
          ))}
        </Stack>
      )}
    </SidePanel>
  );
}
