import { useMemo } from "react";
import { houseOfPlan } from "../../seatmap/houseOfPlan";
import { Legend } from "../../seatmap/Legend";
import { SeatMap } from "../../seatmap/SeatMap";
import { seatWords } from "../../seats/seatWords";
import styles from "./Plan.module.css";
import type { Plan } from "./plan";
import { answerOf } from "./shape";

interface Props {
  readonly plan: Plan;
}

const isFree = () => "free" as const;
const ignore = () => undefined;

/** The plan on the map that customers choose on, with everything free. */
export function PlanPreview({ plan }: Props) {
  const house = useMemo(() => houseOfPlan(answerOf(plan)), [plan]);
  const faces = useMemo(() => plan.areas.map((area) => ({ free: area.capacity, mine: 0 })), [plan]);
  return (
    <div className={styles.preview}>
      <div className={styles.previewMap}>
        <SeatMap
          house={house}
          label="The seat plan as customers see it"
          lookOf={isFree}
          describe={(seat) => seatWords(house, seat, "free", "EUR")}
          areas={faces}
          onSeat={ignore}
        />
      </div>
      <div className={styles.legend}>
        <Legend house={house} currency="EUR" looks={[]} />
      </div>
    </div>
  );
}
