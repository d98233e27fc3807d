import { Loader, Modal } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import styles from "./SearchDialog.module.css";
import { SearchResults } from "./SearchResults";
import { useSearchGroups } from "./useSearchGroups";

interface Props {
  readonly onClose: () => void;
}

/** Jumps to any system, page or thing: type, move with the arrows, Enter. */
export function SearchDialog({ onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const { groups, isBusy, error } = useSearchGroups(typed);
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const hits = groups.flatMap((group) => group.hits);
  const index = Math.min(active, hits.length - 1);

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });

  const open = (href: string) => {
    onClose();
    router.history.push(href);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const hit = hits[index];
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setActive((index + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && hit !== undefined) {
      event.preventDefault();
      open(hit.href);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={600}
      padding={0}
      yOffset="12vh"
      aria-label="Search"
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.field}>
        {isBusy ? <Loader size={18} aria-label="Searching" /> : <IconSearch size={18} aria-hidden />}
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-label="Search everything"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={hits[index] === undefined ? undefined : `${id}-${index}`}
          aria-autocomplete="list"
          placeholder="Go to a system, a page, a film, a theater …"
          value={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div ref={list} className={styles.list}>
        <SearchResults id={id} groups={groups} active={index} onPoint={setActive} onOpen={open} />
      </div>
      <p className={styles.note} role="status">
        {error !== null
          ? `Only pages were searched. ${asProblem(error).title}`
          : hits.length === 0 && !isBusy
            ? "Nothing fits. Try fewer or shorter words."
            : "↑ ↓ to move, Enter to open, Esc to close"}
      </p>
    </Modal>
  );
}
