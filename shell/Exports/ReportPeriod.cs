using System.Globalization;

namespace Catalog.Shell.Exports;

/// <summary>The days a report is about. Stateless.</summary>
internal static class ReportPeriod
{
    private const long DayMs = 24 * 60 * 60 * 1000;

    /// <summary>
    /// An export's arguments; for a report also the whole days of its period: the last day, or the last seven, before
    /// the day it is made on. A source without days is exported as it is.
    /// </summary>
    internal static ExportArguments Narrow(ExportJob job, IExportSource source)
    {
        if (job.ReportId == 0) return job.Arguments;
        ExportArguments arguments = job.Arguments;
        long end = job.PeriodEndMs / DayMs * DayMs;
        if (source.Parameters.Any(static each => each.Name == ExportParameter.To))
            arguments = arguments.With(ExportParameter.To, DayOf(end));
        if (source.Parameters.Any(static each => each.Name == ExportParameter.From))
            arguments = arguments.With(ExportParameter.From, DayOf(end - (job.PeriodDays * DayMs)));
        return arguments;
    }

    /// <summary>A day as arguments have it.</summary>
    internal static string DayOf(long timeMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(timeMs).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
