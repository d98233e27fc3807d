import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { toast, toastProblem } from "@/kit/toast";
import { casesKey, type Decision, decide, type FlaggedCase, liftBan, removeScores } from "./caseQueries";

interface Props {
  readonly flagged: FlaggedCase;
  readonly onDone: () => void;
}

const banDays = 7;
const banMs = banDays * 86_400_000;

/** What can be done about a flagged player: one press each, asked again where it takes something away. */
export function CaseActions({ flagged, onDone }: Props) {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const [isBusy, setBusy] = useState(false);
  const { username: name, status, ban } = flagged;
  const act = async (wish: string, run: (key: string) => Promise<unknown>, words: string) => {
    setBusy(true);
    try {
      await run(keys.keyFor([flagged.id, wish]));
      keys.settle();
      toast(words);
      onDone();
      await queries.invalidateQueries({ queryKey: casesKey });
    } finally {
      setBusy(false);
    }
  };
  const judge = (decision: Decision, words: string) =>
    act(JSON.stringify(decision), (key) => decide(flagged, decision, key), words);
  return (
    <Group gap="xs">
      {status === "open" ? (
        <>
          <Button
            loading={isBusy}
            onClick={() =>
              void judge({ kind: "clear" }, `${name} is cleared: the held scores count.`).catch(toastProblem)
            }
          >
            Clear
          </Button>
          <ConfirmButton
            label="Uphold"
            question={`Uphold the case of ${name}?`}
            consequence="The held scores never count. What the player scored before stays."
            confirm="Uphold the case"
            keep="Leave it open"
            onConfirm={() => judge({ kind: "uphold" }, `The held scores of ${name} do not count.`)}
          />
        </>
      ) : null}
      {ban === "none" ? (
        <>
          <ConfirmButton
            label={`Ban for ${banDays} days`}
            question={`Ban ${name} for ${banDays} days?`}
            consequence="The held scores never count, and the player is off all boards of this game mode until then."
            confirm="Ban the player"
            keep="Do not ban"
            onConfirm={() =>
              judge(
                { kind: "ban", until: new Date(Math.ceil(Date.now() / 60_000) * 60_000 + banMs) },
                `${name} is banned for ${banDays} days.`,
              )
            }
          />
          <ConfirmButton
            label="Ban for good"
            question={`Ban ${name} for good?`}
            consequence="The held scores never count, and the player is off all boards of this game mode until somebody lifts the ban."
            confirm="Ban the player"
            keep="Do not ban"
            onConfirm={() => judge({ kind: "ban", until: undefined }, `${name} is banned.`)}
          />
        </>
      ) : (
        <ConfirmButton
          label="Lift the ban"
          question={`Let ${name} back onto the boards?`}
          consequence="The player's scores that counted are on the boards again at once."
          confirm="Lift the ban"
          keep="Keep the ban"
          onConfirm={() => act("lift", (key) => liftBan(flagged, key), `${name} is back on the boards.`)}
        />
      )}
      <ConfirmButton
        label="Remove all scores"
        question={`Remove all scores of ${name}?`}
        consequence="Every score of this player leaves every board of this game mode, and everybody behind moves up and is told. It cannot be undone."
        confirm="Remove the scores"
        onConfirm={() =>
          act("remove", (key) => removeScores(flagged, key), `The scores of ${name} are removed.`)
        }
      />
    </Group>
  );
}
