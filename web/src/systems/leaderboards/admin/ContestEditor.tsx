import { useForm } from "@mantine/form";
import { useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { RecordForm } from "@/kit/form/RecordForm";
import type { GameMode } from "../board/boardQueries";
import {
  addContest,
  type Contest,
  callOff,
  changeContest,
  contestsKey,
  readContest,
} from "../events/contestQueries";
import { ContestFields } from "./ContestFields";
import { type ContestForm, contestFields, contestRules, emptyContest, formOf, termsOf } from "./contestForm";

interface Props {
  /** Undefined for a new one. */
  readonly contest: Contest | undefined;
  readonly modes: readonly GameMode[];
  readonly onClose: () => void;
}

/** Plans an event or a tournament, or changes one that has not ended. */
export function ContestEditor(props: Props) {
  // What is being edited does not change with a refetch.
  const [contest] = useState(props.contest);
  const keys = useRef(new IdempotencyKeys()).current;
  const form = useForm<ContestForm>({
    initialValues:
      contest === undefined
        ? { ...emptyContest, mode: props.modes.length === 1 ? (props.modes[0]?.id ?? "") : "" }
        : formOf(contest.mode, contest),
    validate: contestRules,
    validateInputOnBlur: true,
  });
  const save = (values: ContestForm, revision = 0) => {
    const terms = termsOf(values);
    if (contest !== undefined) return changeContest(contest, terms, revision);
    return addContest(values.mode, terms, keys.keyFor([values.mode, terms]));
  };
  return (
    <RecordForm
      form={form}
      what={form.values.needsJoining ? "tournament" : "event"}
      item={contest}
      hasInput={(field) => field in emptyContest}
      save={save}
      nameOf={({ name }) => name.trim()}
      read={() => readContest(contest?.mode ?? "", contest?.id ?? "")}
      valuesOf={(saved) => formOf(saved.mode, saved)}
      fields={contestFields}
      removal={
        contest && {
          consequence: "It is called off for good: its board ends as it is, and nobody is rewarded.",
          run: (revision) => callOff(contest, revision),
        }
      }
      stale={contestsKey}
      onClose={props.onClose}
    >
      <ContestFields form={form} modes={props.modes} isSaved={contest !== undefined} />
    </RecordForm>
  );
}
