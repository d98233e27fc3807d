using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A change of a score by hand.</summary>
/// <param name="Delta">What to add; negative to take away.</param>
/// <param name="Region">The region whose boards change, too.</param>
public sealed record AdjustRequest(long? Delta, string? Region = null)
    : IExampled<AdjustRequest>
{
    /// <inheritdoc/>
    public static AdjustRequest Example => new(-500, "eu");
}
