using Catalog.Shell.Insight;
using Catalog.Shell.Insight.Contracts;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>What rules about a system can be about.</summary>
/// <param name="System">The system.</param>
/// <param name="Rollups">What it counts.</param>
public sealed record AlertSubjectAnswer(string System, IReadOnlyList<RollupAnswer> Rollups)
{
    /// <summary>Makes the answer.</summary>
    internal static AlertSubjectAnswer Of(IRollupSource source) =>
        new(source.System, [.. source.Rollups.Select(RollupAnswer.Of)]);
}
