using Catalog.Shell.Alerts.Contracts;

namespace Catalog.Shell.Alerts;

/// <summary>Counts how alerts were dealt with. Stateless.</summary>
internal static class AlertFigures
{
    /// <summary>Counts them. O(n log n).</summary>
    internal static AlertFiguresAnswer Of(IReadOnlyList<Alert> alerts, int days)
    {
        double[] seen = SecondsOf(alerts.Where(static each => each.AcknowledgedMs != 0),
            static each => each.AcknowledgedMs - each.RaisedMs);
        double[] over = SecondsOf(alerts.Where(static each => each.IsOver),
            static each => each.ResolvedMs - each.RaisedMs);
        return new AlertFiguresAnswer(
            days,
            alerts.Count,
            alerts.Count(static each => !each.IsOver && each.AcknowledgedMs == 0),
            alerts.Count(static each => !each.IsOver && each.AcknowledgedMs != 0),
            over.Length,
            alerts.Count(static each => each.IsOver && each.ResolvedBy == 0),
            MedianOf(seen),
            seen.Length == 0 ? null : seen.Average(),
            MedianOf(over),
            over.Length == 0 ? null : over.Average());
    }

    private static double[] SecondsOf(IEnumerable<Alert> alerts, Func<Alert, long> lengthMs) =>
        [.. alerts.Select(alert => lengthMs(alert) / 1000.0).Order()];

    private static double? MedianOf(double[] sorted) => sorted.Length == 0
        ? null
        : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
