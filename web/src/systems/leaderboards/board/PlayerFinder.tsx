import { useRouter } from "@tanstack/react-router";
import { SearchSelect } from "@/kit/list/SearchSelect";
import { toast, toastProblem } from "@/kit/toast";
import { findPlayers, namePlayer } from "../players/playerQueries";
import { type BoardChoice, readStanding } from "./boardQueries";
import { playerPath } from "./playerPath";

interface Props {
  readonly choice: BoardChoice;
  /** Goes to a rank of the board. */
  readonly onShow: (rank: number) => void;
}

/** Finds a player by name and goes to their place on the board; who has none is shown by themselves. */
export function PlayerFinder({ choice, onShow }: Props) {
  const router = useRouter();
  const show = async (id: string | undefined) => {
    if (id === undefined) return;
    try {
      const standing = choice.friends === true ? undefined : await readStanding(choice, id);
      if (standing !== undefined) return onShow(standing.rank);
      toast("This player has no rank on this board.");
      router.history.push(playerPath(id));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <SearchSelect
      label="Find a player"
      value={undefined}
      onChange={(id) => void show(id)}
      queryKey={["leaderboards", "players"]}
      find={findPlayers}
      name={namePlayer}
      width={148}
    />
  );
}
