import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ForecastChart } from "@/kit/charts/ForecastChart";
import type { ForecastData } from "@/kit/charts/forecastPicture";
import { Panel } from "@/kit/dashboard/Panel";
import { formatPercent } from "@/kit/format";
import { forecastQuery, type SalesForecast } from "./advice";
import styles from "./Outlook.module.css";

const measures = { bookings: "Bookings", revenue: "Revenue" } as const;

type Measure = keyof typeof measures;

const days = 21;

/** What the next weeks will bring, with the band and how wrong such forecasts were. */
export function ForecastPanel() {
  const [measure, setMeasure] = useState<Measure>("bookings");
  const query = useQuery(forecastQuery(measure, days));
  const data = useMemo(() => query.data && dataOf(query.data, measure), [query.data, measure]);
  return (
    <Panel
      title="The next three weeks"
      note={query.data === undefined ? "\u00a0" : noteOf(query.data)}
      span={8}
      height={280}
      state={query}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Forecast of"
          value={measure}
          onChange={(value) => setMeasure(value as Measure)}
          data={Object.entries(measures).map(([value, label]) => ({ value, label }))}
        />
      }
    >
      {data === undefined ? null : data.expected.length === 0 ? (
        <p className={styles.nothing}>A forecast takes some weeks of sales to learn from.</p>
      ) : (
        <ForecastChart name={`${measures[measure]} a day`} height={280} data={data} />
      )}
    </Panel>
  );
}

const beginOf = (day: string) => new Date(`${day}T00:00:00Z`).getTime();

function dataOf({ history, forecast, level }: SalesForecast, measure: Measure): ForecastData {
  return {
    grain: "day",
    unit: measure === "revenue" ? "money" : "count",
    confidence: level,
    past: history.map(({ day, value }) => ({ begin: beginOf(day), value })),
    expected: forecast.map(({ day, value, lower, upper }) => ({
      begin: beginOf(day),
      value: Math.round(value),
      low: Math.round(lower),
      high: Math.round(upper),
    })),
  };
}

/** How much it is to be believed: how wrong it was where the truth is known. */
function noteOf({ errorPercent, baselineErrorPercent }: SalesForecast): string {
  if (errorPercent == null) return "Too little is known yet to say how good it is";
  const naive =
    baselineErrorPercent == null
      ? ""
      : `; taking the week before: by ${formatPercent(baselineErrorPercent / 100)}`;
  return `Such forecasts were off by ${formatPercent(errorPercent / 100)} on average${naive}`;
}
