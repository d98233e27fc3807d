using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>A page of alerts, newest first.</summary>
/// <param name="Items">The page.</param>
/// <param name="HasMore">Whether there are more.</param>
/// <param name="OpenCount">Alerts that nobody has seen yet, of all.</param>
public sealed record AlertListAnswer(IReadOnlyList<AlertAnswer> Items, bool HasMore, int OpenCount)
    : IExampled<AlertListAnswer>
{
    /// <inheritdoc/>
    public static AlertListAnswer Example => new([AlertAnswer.Example], false, 1);

    /// <summary>Where the next page begins; absent at the end.</summary>
    public string? NextCursor { get; init; }
}
