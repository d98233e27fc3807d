import { memo } from "react";
import { CommitInput } from "./CommitInput";
import styles from "./Plan.module.css";
import { blocksText, type PlanRow, readBlocks, sizeOf } from "./plan";
import type { Edit } from "./usePlanTools";
import type { PlanFault } from "./validate";

interface Props {
  readonly row: PlanRow;
  readonly index: number;
  readonly isChosen: boolean;
  readonly faults: readonly PlanFault[];
  readonly edit: Edit;
  readonly onChoose: (row: PlanRow, isAdding: boolean) => void;
}

/** One row of the plan as fields. */
export const RowLine = memo(function RowLine({ row, index, isChosen, faults, edit, onChoose }: Props) {
  const name = `row ${row.label}`;
  const faultOf = (field: string) =>
    faults.find((fault) => fault.field.startsWith(`rows[${index}].${field}`))?.message;
  const keys = [row.key];
  return (
    <div className={styles.line} data-chosen={isChosen || undefined} data-row={row.key}>
      <button
        type="button"
        className={styles.pick}
        aria-pressed={isChosen}
        aria-label={`Choose ${name}`}
        onClick={(event) => onChoose(row, event.shiftKey || event.ctrlKey || event.metaKey)}
      >
        {sizeOf(row)}
      </button>
      <CommitInput
        aria-label={`Label of ${name}`}
        value={row.label}
        error={faultOf("label")}
        maxLength={16}
        onCommit={(label) => {
          edit({ type: "label", row: row.key, label: label.trim() });
          return true;
        }}
      />
      <CommitInput
        aria-label={`Seats of ${name}, an aisle between each two numbers`}
        value={blocksText(row)}
        error={faultOf("blocks")}
        onCommit={(text) => {
          const sizes = readBlocks(text);
          if (sizes !== undefined) edit({ type: "resize", rows: keys, sizes });
          return sizes !== undefined;
        }}
      />
      <CommitInput
        aria-label={`First number of ${name}`}
        inputMode="numeric"
        value={String(row.firstNumber)}
        error={faultOf("firstNumber")}
        onCommit={(text) => {
          const first = whole(text);
          if (first !== undefined) edit({ type: "number", rows: keys, first });
          return first !== undefined;
        }}
      />
      <CommitInput
        aria-label={`From a number to the next in ${name}`}
        value={String(row.numberStep)}
        error={faultOf("numberStep")}
        onCommit={(text) => {
          const step = whole(text);
          if (step !== undefined) edit({ type: "number", rows: keys, step });
          return step !== undefined;
        }}
      />
      <CommitInput
        aria-label={`Half seats left of ${name}; empty: centred`}
        placeholder="auto"
        value={row.indent === undefined ? "" : String(row.indent)}
        error={faultOf("indentHalfSeats")}
        onCommit={(text) => {
          const indent = text.trim() === "" ? undefined : whole(text);
          const isFine = text.trim() === "" || indent !== undefined;
          if (isFine) edit({ type: "indent", rows: keys, indent });
          return isFine;
        }}
      />
    </div>
  );
});

function whole(text: string): number | undefined {
  return /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}
