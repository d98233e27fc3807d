import { edited, type PlanEdit } from "./edit";
import type { Plan } from "./plan";

/** A plan with the way back and forth. */
export interface PlanHistory {
  readonly past: readonly Plan[];
  readonly present: Plan;
  readonly future: readonly Plan[];
  /** What the last change belongs to; further ones of the same stroke are undone with it. */
  readonly stroke: string | undefined;
}

export type HistoryAction =
  | { readonly type: "edit"; readonly edit: PlanEdit; readonly stroke?: string | undefined }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | { readonly type: "begin"; readonly plan: Plan };

/** Steps that can be undone; a plan of 4,096 seats shares what did not change with its neighbours. */
const maxSteps = 200;

/** A plan nothing has happened to. */
export const begin = (plan: Plan): PlanHistory => ({
  past: [],
  present: plan,
  future: [],
  stroke: undefined,
});

/** The history after an action. */
export function historyReducer(history: PlanHistory, action: HistoryAction): PlanHistory {
  const { past, present, future } = history;
  switch (action.type) {
    case "begin":
      return begin(action.plan);
    case "edit": {
      const plan = edited(present, action.edit);
      if (plan === present) return history;
      const isSameStroke = action.stroke !== undefined && action.stroke === history.stroke;
      return {
        past: isSameStroke ? past : [...past, present].slice(-maxSteps),
        present: plan,
        future: [],
        stroke: action.stroke,
      };
    }
    case "undo": {
      const before = past.at(-1);
      if (before === undefined) return history;
      return { past: past.slice(0, -1), present: before, future: [present, ...future], stroke: undefined };
    }
    case "redo": {
      const [after, ...rest] = future;
      if (after === undefined) return history;
      return { past: [...past, present], present: after, future: rest, stroke: undefined };
    }
  }
}
