import { useForm } from "@mantine/form";
import { useState } from "react";
import { ItemForm } from "@/kit/form/ItemForm";
import type { GameMode } from "../board/boardQueries";
import { type Contest, callOff, contestsKey, saveContest } from "../events/contestQueries";
import { ContestFields } from "./ContestFields";
import { type ContestForm, contestRules, emptyContest, formOf, termsOf } from "./contestForm";

interface Props {
  /** Undefined for a new one. */
  readonly contest: Contest | undefined;
  readonly modes: readonly GameMode[];
  /** All there are, so that a new one gets an id of its own. */
  readonly others: readonly Contest[];
  readonly onClose: () => void;
}

/** Contests are numbered within a game mode. */
const nextId = (others: readonly Contest[]) => String(Math.max(0, ...others.map(({ id }) => Number(id))) + 1);

/** Plans an event or a tournament, or changes one that has not ended. */
export function ContestEditor(props: Props) {
  // What is being edited does not change with a refetch.
  const [contest] = useState(props.contest);
  const form = useForm<ContestForm>({
    initialValues:
      contest === undefined
        ? { ...emptyContest, mode: props.modes.length === 1 ? (props.modes[0]?.id ?? "") : "" }
        : formOf(contest.mode, contest),
    validate: contestRules,
    validateInputOnBlur: true,
  });
  const save = async (values: ContestForm) => {
    const terms = termsOf(values);
    const id = contest?.id ?? nextId(props.others.filter(({ mode }) => mode === values.mode));
    await saveContest(values.mode, id, terms);
    return terms.name;
  };
  return (
    <ItemForm
      form={form}
      what={form.values.needsJoining ? "tournament" : "event"}
      name={contest?.name}
      hasInput={(field) => field in emptyContest}
      save={save}
      removal={
        contest && {
          consequence: "It is called off for good: its board ends as it is, and nobody is rewarded.",
          run: () => callOff(contest),
        }
      }
      stale={contestsKey}
      onClose={props.onClose}
    >
      <ContestFields form={form} modes={props.modes} isSaved={contest !== undefined} />
    </ItemForm>
  );
}
