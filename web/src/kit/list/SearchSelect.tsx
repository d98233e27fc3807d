import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { useState } from "react";

/** One thing that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second line, dim. */
  readonly note?: string;
}

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** Names the list the choices come from; the search is put behind it. */
  readonly queryKey: QueryKey;
  /** Reads the choices for what is typed. */
  readonly find: (search: string, signal: AbortSignal) => Promise<readonly Choice[]>;
  /** Reads the choice that came with the URL. */
  readonly name: (value: string, signal: AbortSignal) => Promise<Choice>;
  readonly width?: number | string;
}

/** Chooses one of a list too long to send: what is typed is looked for by the server. */
export function SearchSelect({ label, value, onChange, queryKey, find, name, width }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [searched] = useDebouncedValue(typed, 200);
  const named = useQuery({
    queryKey: [...queryKey, "named", value],
    queryFn: ({ signal }) => name(value ?? "", signal),
    enabled: value !== undefined,
    staleTime: 10 * 60_000,
  });
  const chosen = value === undefined ? undefined : named.data;
  // The field shows the choice's name until something else is typed.
  const search = chosen?.label === searched ? "" : searched.trim();
  const found = useQuery({
    queryKey: [...queryKey, "found", search],
    queryFn: ({ signal }) => find(search, signal),
    enabled: isOpen,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const choices = found.data ?? [];
  const isListed = choices.some((each) => each.value === value);
  const pinned = value === undefined || isListed ? [] : [chosen ?? { value, label: "…" }];
  const notes = new Map(choices.map((each) => [each.value, each.note]));
  return (
    <Select
      aria-label={label}
      placeholder={label}
      w={width}
      searchable
      clearable
      data={[...pinned, ...choices].map((each) => ({ value: each.value, label: each.label }))}
      filter={({ options }) => options}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      maxDropdownHeight={320}
      nothingFoundMessage={
        found.isPending ? "Looking …" : found.isError ? "Cannot be read just now" : "Nothing found"
      }
      renderOption={({ option }) => (
        <span>
          {option.label}
          {notes.get(option.value) === undefined ? null : (
            <small style={{ display: "block", color: "var(--text-dim)" }}>{notes.get(option.value)}</small>
          )}
        </span>
      )}
      comboboxProps={{ width: "max-content", position: "bottom-start", shadow: "md" }}
    />
  );
}
