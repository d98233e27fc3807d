import { Button, SegmentedControl } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconLock } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useReducer, useState } from "react";
import { ConflictDialog } from "@/kit/form/ConflictDialog";
import { differences } from "@/kit/form/differences";
import { FormProblem } from "@/kit/form/FormProblem";
import { UnsavedDialog } from "@/kit/form/UnsavedDialog";
import { useUnsavedGuard } from "@/kit/form/useUnsavedGuard";
import { formatExact } from "@/kit/format";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { toast } from "@/kit/toast";
import { begin, historyReducer } from "../plan/history";
import { PlanEditor } from "../plan/PlanEditor";
import { PlanPreview } from "../plan/PlanPreview";
import { capacityOf } from "../plan/plan";
import { planOf } from "../plan/shape";
import { firstTemplate } from "../plan/templates";
import { faultsOf } from "../plan/validate";
import { RemoveTheater } from "./RemoveTheater";
import styles from "./Theater.module.css";
import { TheaterFields } from "./TheaterFields";
import {
  comparedOf,
  emptyTheater,
  formOf,
  type Theater,
  type TheaterForm,
  theaterFields,
  theaterRules,
} from "./theater";
import { useTheaterSave } from "./useTheaterSave";

interface Props {
  /** Undefined for a new one. */
  readonly theater: Theater | undefined;
  /** How many showtimes it has to come; with any, its plan stays. */
  readonly upcoming: number;
  /** Begins anew with what is saved. */
  readonly onReload: () => void;
}

/** Adds or changes a theater and its seat plan. */
export function TheaterEditor(props: Props) {
  const { upcoming, onReload } = props;
  // A refetch in the background changes neither what is being edited nor the revision it was made from.
  const [theater] = useState(props.theater);
  const navigate = useNavigate();
  const isFixed = upcoming > 0;
  const [first] = useState(() => (theater?.plan == null ? firstTemplate() : planOf(theater.plan)));
  const [history, dispatch] = useReducer(historyReducer, first, begin);
  const [view, setView] = useState(isFixed ? "preview" : "edit");
  const plan = history.present;
  const form = useForm<TheaterForm>({
    initialValues: theater === undefined ? emptyTheater : formOf(theater),
    validate: theaterRules,
    validateInputOnBlur: true,
  });
  const isDirty = form.isDirty() || plan !== first;
  const guard = useUnsavedGuard(isDirty);
  const saving = useTheaterSave({
    theater,
    form,
    onSaved: (id, name) => {
      guard.release();
      toast(`“${name}” is saved.`);
      if (theater === undefined) void navigate({ to: "/booking/admin/theaters/$id", params: { id } });
      else onReload();
    },
  });
  const found = useMemo(() => faultsOf(plan), [plan]);
  const faults = found.length > 0 ? found : saving.faultsOf(plan);
  const { seats, places } = capacityOf(plan);
  const submit = (values: TheaterForm) => {
    if (found.length > 0) setView("edit");
    else void saving.save(values, plan, isFixed, theater?.revision);
  };

  return (
    <Page size="list">
      <PageHeader
        title={theater?.name ?? "A new theater"}
        actions={
          <>
            {theater === undefined ? null : <RemoveTheater theater={theater} onRemoved={guard.release} />}
            <Button
              type="submit"
              form="theater"
              loading={saving.isSaving}
              disabled={found.length > 0 || (theater !== undefined && !isDirty)}
            >
              {theater === undefined ? "Add the theater" : "Save changes"}
            </Button>
          </>
        }
      />
      <form id="theater" className={styles.page} onSubmit={form.onSubmit(submit)} noValidate>
        <FormProblem problem={saving.problem} rest={saving.rest} />
        <TheaterFields form={form} />
        <div className={styles.planHead}>
          <SegmentedControl
            size="xs"
            aria-label="The seat plan"
            value={view}
            onChange={setView}
            data={[
              { value: "edit", label: "Edit the plan", disabled: isFixed },
              { value: "preview", label: "As customers see it" },
            ]}
          />
          <span className={styles.capacity}>
            {formatExact(seats)} seats{places === 0 ? "" : `, ${formatExact(places)} places`}
          </span>
        </div>
        {isFixed ? (
          <p className={styles.notice}>
            <IconLock size={16} aria-hidden />
            The plan stays as it is while {formatExact(upcoming)} showtimes are to come: seats are sold by it.
          </p>
        ) : null}
        {view === "edit" ? (
          <PlanEditor history={history} dispatch={dispatch} faults={faults} />
        ) : (
          <PlanPreview plan={plan} />
        )}
      </form>
      <UnsavedDialog guard={guard} what="the theater" />
      <ConflictDialog
        isOpen={saving.conflict !== undefined}
        what="the theater"
        differences={
          saving.conflict?.theirs &&
          differences({ form: form.values, plan }, comparedOf(saving.conflict.theirs), theaterFields)
        }
        onReload={() => {
          saving.closeConflict();
          onReload();
        }}
        onOverwrite={saving.overwrite}
        onClose={saving.closeConflict}
      />
    </Page>
  );
}
