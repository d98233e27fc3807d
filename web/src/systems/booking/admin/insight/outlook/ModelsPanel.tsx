import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, take } from "@/api/client";
import { Panel } from "@/kit/dashboard/Panel";
import { formatDuration, formatExact, formatPercent, missing } from "@/kit/format";
import { RelativeTime } from "@/kit/RelativeTime";
import { toastProblem } from "@/kit/toast";
import { modelsQuery } from "./advice";
import styles from "./Outlook.module.css";

/** What the models were learned from, and how good they were where the truth is known. */
export function ModelsPanel() {
  const query = useQuery(modelsQuery);
  const queries = useQueryClient();
  const training = useMutation({
    mutationFn: () => take(api.POST("/booking/api/admin/insight/models/train")),
    onSuccess: (answer) => queries.setQueryData(modelsQuery.queryKey, answer),
    onError: toastProblem,
  });
  const models = query.data;
  return (
    <Panel
      title="The models"
      span={12}
      height={48}
      state={query}
      actions={
        <Button
          size="compact-sm"
          variant="default"
          loading={training.isPending || models?.isTraining === true}
          onClick={() => training.mutate()}
        >
          Train anew
        </Button>
      }
    >
      {models === undefined ? null : (
        <dl className={styles.facts}>
          <div>
            <dt>Trained</dt>
            <dd>
              {models.basis.trainedAt == null ? "Not yet" : <RelativeTime at={models.basis.trainedAt} />}
            </dd>
          </div>
          <div>
            <dt>On</dt>
            <dd>
              {formatExact(models.basis.bookings)} bookings, {formatExact(models.basis.pastShowtimes)}{" "}
              showtimes
            </dd>
          </div>
          <div>
            <dt>In</dt>
            <dd>{models.trainings === 0 ? missing : formatDuration(models.trainingMs)}</dd>
          </div>
          <div>
            <dt>Demand told rightly</dt>
            <dd>
              {models.demandCompared === 0
                ? missing
                : `${formatPercent(models.demandAccuracy)} (${formatPercent(models.demandBaseline)} by always saying the same)`}
            </dd>
          </div>
          <div>
            <dt>1 % more on the price sells</dt>
            <dd>
              {models.elasticity.isKnown
                ? `${(-models.elasticity.value).toFixed(2)}\u202f% fewer seats`
                : "Not known yet"}
            </dd>
          </div>
        </dl>
      )}
      {models?.failure == null ? null : <p role="alert">The last training failed: {models.failure}</p>}
    </Panel>
  );
}
