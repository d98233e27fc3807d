import { IconAlertTriangle } from "@tabler/icons-react";
import styles from "./Plan.module.css";
import type { Plan } from "./plan";
import { type PlanFault, rowIndexOf } from "./validate";

interface Props {
  readonly plan: Plan;
  readonly faults: readonly PlanFault[];
  readonly onShow: (fault: PlanFault) => void;
}

/** What the server would not take, each leading to its place. */
export function FaultList({ plan, faults, onShow }: Props) {
  if (faults.length === 0) return null;
  return (
    <div className={styles.faults} role="alert">
      <strong>
        <IconAlertTriangle size={16} aria-hidden />
        {faults.length === 1 ? "One thing to fix" : `${faults.length} things to fix`}
      </strong>
      <ul>
        {faults.slice(0, 20).map((fault) => (
          <li key={`${fault.field} ${fault.message}`}>
            <button type="button" onClick={() => onShow(fault)}>
              {placeOf(plan, fault)}: {fault.message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeOf(plan: Plan, { field }: PlanFault): string {
  const row = rowIndexOf(field);
  if (row !== undefined) return `Row ${plan.rows[row]?.label || row + 1}`;
  if (field.startsWith("zones")) return "Zones";
  if (field.startsWith("areas")) return "Areas";
  return field.startsWith("focal") ? "Best place" : "Plan";
}
