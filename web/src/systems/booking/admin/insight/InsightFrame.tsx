import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Dashboard } from "@/kit/dashboard/Dashboard";
import tabs from "@/kit/dashboard/tabs.module.css";
import { booking } from "../..";
import { InsightFilters } from "./InsightFilters";
import { InsightFreshness } from "./InsightFreshness";
import type { InsightSearch } from "./insightSearch";
import { SalesExports } from "./SalesExports";
import { InsightContext, useInsightOf } from "./useInsight";

interface Props {
  readonly title: string;
  readonly description: string;
  readonly search: InsightSearch;
  readonly change: (change: InsightSearch) => void;
  /** Whether the page is about all films and theaters together. */
  readonly isOfAll?: boolean;
  /** Whether the page is about the time to come: then there is none to choose. */
  readonly isOfComing?: boolean;
  readonly children: ReactNode;
}

const pages = [
  { to: "/booking/admin/insight", label: "Sales" },
  { to: "/booking/admin/insight/customers", label: "Customers" },
  { to: "/booking/admin/insight/outlook", label: "Outlook" },
] as const;

/** What the dashboard's pages have in common: the filters, which go along from one to the next. */
export function InsightFrame({
  title,
  description,
  search,
  change,
  isOfAll = false,
  isOfComing = false,
  children,
}: Props) {
  const insight = useInsightOf(search, change);
  return (
    <InsightContext value={insight}>
      <Dashboard
        title={title}
        description={description}
        hue={booking.hue}
        actions={
          <>
            <InsightFreshness />
            <SalesExports search={search} period={insight.period} />
          </>
        }
        filters={
          <>
            <nav className={tabs.tabs} aria-label="Dashboard">
              {pages.map(({ to, label }) => (
                <Link
                  key={to}
                  to={to}
                  search={{ ...search, show: undefined }}
                  className={tabs.tab}
                  activeOptions={{ exact: true, includeSearch: false }}
                  activeProps={{ "data-active": true }}
                >
                  {label}
                </Link>
              ))}
            </nav>
            <InsightFilters isOfAll={isOfAll} isOfComing={isOfComing} />
          </>
        }
      >
        {children}
      </Dashboard>
    </InsightContext>
  );
}
