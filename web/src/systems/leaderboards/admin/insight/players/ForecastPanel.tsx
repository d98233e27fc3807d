import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ForecastChart } from "@/kit/charts/ForecastChart";
import type { ForecastData } from "@/kit/charts/forecastPicture";
import { Panel } from "@/kit/dashboard/Panel";
import { formatPercent } from "@/kit/format";
import { beginOf, type PlayerForecast, playerForecastQuery } from "../crowdQueries";
import styles from "../Scroll.module.css";

const days = 28;

/** How many will play in the weeks to come. */
export function ForecastPanel() {
  const query = useQuery(playerForecastQuery(days));
  const data = useMemo(() => query.data && dataOf(query.data), [query.data]);
  return (
    <Panel
      title="The next four weeks"
      note={query.data === undefined ? "\u00a0" : noteOf(query.data)}
      state={query}
    >
      {data === undefined ? null : data.expected.length === 0 ? (
        <p className={styles.more}>A forecast takes some weeks of games to learn from.</p>
      ) : (
        <ForecastChart name="Players a day, expected" data={data} />
      )}
    </Panel>
  );
}

function dataOf({ history, forecast, level }: PlayerForecast): ForecastData {
  return {
    grain: "day",
    unit: "count",
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

function noteOf({ errorPercent, baselineErrorPercent }: PlayerForecast): string {
  if (errorPercent == null) return "Players a day; too little is known yet to say how good it is";
  const naive =
    baselineErrorPercent == null
      ? ""
      : `; taking the week before: by ${formatPercent(baselineErrorPercent / 100)}`;
  return `Players a day; such forecasts were off by ${formatPercent(errorPercent / 100)}${naive}`;
}
