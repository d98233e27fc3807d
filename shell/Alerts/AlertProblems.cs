using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts;

/// <summary>The problems of alerts.</summary>
internal static class AlertProblems
{
    internal static readonly ProblemCode Full = new("alert_rules_full", 409, "There are as many rules as are kept.",
        "Remove one that is not needed.");

    internal static readonly ProblemCode Over = new("alert_over", 409, "The alert is over.",
        "It is in the history, and nothing more can be done about it.");

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<ProblemCode> All { get; } = [Full, Over];
}
