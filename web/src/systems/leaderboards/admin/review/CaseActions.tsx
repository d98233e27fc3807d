import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { toast, toastProblem } from "@/kit/toast";
import { casesKey, type Decision, decide, type FlaggedCase, liftBan, removeScores } from "./caseQueries";
import { useCaseKeys } from "./useCaseKeys";

interface Props {
  readonly flagged: FlaggedCase;
  /** The case is decided: on to the next. */
  readonly onDone: () => void;
  /** To the next open case, or the one before. */
  readonly onStep: (step: 1 | -1) => void;
}

const banDays = 7;
const banMs = banDays * 86_400_000;

/**
 * What can be done about a flagged player. What a moderator can take back takes one press or key, so that a long queue
 * is done soon; what cannot be undone is asked again.
 */
export function CaseActions({ flagged, onDone, onStep }: Props) {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const [isBusy, setBusy] = useState(false);
  const { username: name, status, ban } = flagged;
  const isOpen = status === "open";
  const isBanned = ban !== "none";
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
  const judge = (decision: Decision, words: string) => {
    if (isBusy) return;
    void act(JSON.stringify(decision), (key) => decide(flagged, decision, key), words).catch(toastProblem);
  };
  const clear = () => judge({ kind: "clear" }, `${name} is cleared: the held scores count.`);
  const uphold = () => judge({ kind: "uphold" }, `The case of ${name} is upheld.`);
  const banFor = () =>
    judge(
      { kind: "ban", until: new Date(Math.ceil(Date.now() / 60_000) * 60_000 + banMs) },
      `${name} is banned for ${banDays} days.`,
    );
  const banForGood = () => judge({ kind: "ban", until: undefined }, `${name} is banned.`);
  const inside = useCaseKeys({
    n: () => onStep(1),
    p: () => onStep(-1),
    ...(isOpen ? { c: clear, u: uphold } : {}),
    ...(isBanned ? {} : { t: banFor, b: banForGood }),
  });
  return (
    <div ref={inside}>
      <Group gap="xs">
        {isOpen ? (
          <>
            <Button loading={isBusy} onClick={clear} aria-keyshortcuts="c">
              Clear
            </Button>
            <Button variant="default" disabled={isBusy} onClick={uphold} aria-keyshortcuts="u">
              Uphold
            </Button>
          </>
        ) : null}
        {isBanned ? (
          <ConfirmButton
            label="Lift the ban"
            question={`Let ${name} back onto the boards?`}
            consequence="The player's scores that counted are on the boards again at once."
            confirm="Lift the ban"
            keep="Keep the ban"
            onConfirm={() => act("lift", (key) => liftBan(flagged, key), `${name} is back on the boards.`)}
          />
        ) : (
          <>
            <Button variant="default" disabled={isBusy} onClick={banFor} aria-keyshortcuts="t">
              {`Ban for ${banDays} days`}
            </Button>
            <Button
              variant="default"
              color="red"
              disabled={isBusy}
              onClick={banForGood}
              aria-keyshortcuts="b"
            >
              Ban for good
            </Button>
          </>
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
      <Text size="xs" c="dimmed" mt={4}>
        Keys: {isOpen ? "C clears, U upholds, " : ""}
        {isBanned ? "" : `T bans for ${banDays} days, B for good, `}N and P go to the next case and the one
        before. A ban upholds the case and can be lifted again.
      </Text>
    </div>
  );
}
