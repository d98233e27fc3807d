import { Select, Switch } from "@mantine/core";
import { useUser } from "@/auth/useSession";
import { formatExact } from "@/kit/format";
import { FilterBar } from "@/kit/list/FilterBar";
import styles from "./BoardPage.module.css";
import { type BoardChoice, type GameMode, hasRegions } from "./boardQueries";
import type { BoardSearch } from "./boardSearch";
import { JumpToRank } from "./JumpToRank";
import { PlayerFinder } from "./PlayerFinder";

interface Props {
  readonly modes: readonly GameMode[];
  readonly mode: GameMode;
  readonly choice: BoardChoice;
  /** How many are on the board; undefined while that is not known. */
  readonly size: number | undefined;
  readonly onChange: (change: Partial<BoardSearch>) => void;
  readonly onShow: (rank: number) => void;
}

/** Which part of which board is shown. */
export function BoardFilters({ modes, mode, choice, size, onChange, onShow }: Props) {
  const user = useUser();
  const active = Number(choice.region !== undefined) + Number(choice.friends === true);
  return (
    <FilterBar
      active={active}
      onClear={() => onChange({ region: undefined, friends: undefined })}
      aside={size === undefined ? null : `${formatExact(size)} players`}
    >
      <Select
        aria-label="Game mode"
        data={modes.map(({ id, name }) => ({ value: id, label: name }))}
        value={mode.id}
        onChange={(value) => onChange({ mode: value ?? undefined, region: undefined, event: undefined })}
        allowDeselect={false}
        w={156}
      />
      {mode.regions.length === 0 || !hasRegions(choice.span) ? null : (
        <Select
          aria-label="Region"
          placeholder="All regions"
          data={mode.regions.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.region ?? null}
          onChange={(value) => onChange({ region: value ?? undefined })}
          clearable
          w={136}
        />
      )}
      {user === undefined ? null : (
        <Switch
          label="Friends only"
          className={styles.friends}
          checked={choice.friends === true}
          onChange={(event) => onChange({ friends: event.currentTarget.checked || undefined })}
        />
      )}
      <PlayerFinder choice={choice} onShow={onShow} />
      <JumpToRank size={size ?? 0} onJump={onShow} />
    </FilterBar>
  );
}
