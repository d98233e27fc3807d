import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

interface Props {
  readonly label: string;
  /** What the URL says. */
  readonly value: string | undefined;
  /** Called once the typing rests. */
  readonly onChange: (value: string | undefined) => void;
  readonly waitMs?: number;
}

/** A search that waits until the typing rests for 300 ms. */
export function SearchField({ label, value, onChange, waitMs = 300 }: Props) {
  const [typed, setTyped] = useState(value ?? "");
  const sent = useRef(value ?? "");
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => {
    // Somebody else changed the URL: going back, a link, "clear all".
    if ((value ?? "") !== sent.current) {
      sent.current = value ?? "";
      setTyped(sent.current);
    }
  }, [value]);

  useEffect(() => {
    const next = typed.trim();
    if (next === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = next;
      change.current(next === "" ? undefined : next);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [typed, waitMs]);

  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === "" ? null : <CloseButton size="sm" aria-label="Clear" onClick={() => setTyped("")} />
      }
    />
  );
}
