using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>How alerts are dealt with, of those of the last days that are kept.</summary>
/// <param name="Days">So many days are looked back on.</param>
/// <param name="Raised">Alerts raised then.</param>
/// <param name="Open">Of them not seen yet.</param>
/// <param name="Acknowledged">Of them seen and not over.</param>
/// <param name="Resolved">Of them over.</param>
/// <param name="ResolvedByItself">Of those without anybody's doing.</param>
/// <param name="MedianAcknowledgeSeconds">Half were seen within so long; absent when none was.</param>
/// <param name="MeanAcknowledgeSeconds">On average they were seen after so long.</param>
/// <param name="MedianResolveSeconds">Half were over within so long.</param>
/// <param name="MeanResolveSeconds">On average they were over after so long.</param>
public sealed record AlertFiguresAnswer(
    int Days,
    int Raised,
    int Open,
    int Acknowledged,
    int Resolved,
    int ResolvedByItself,
    double? MedianAcknowledgeSeconds,
    double? MeanAcknowledgeSeconds,
    double? MedianResolveSeconds,
    double? MeanResolveSeconds) : IExampled<AlertFiguresAnswer>
{
    /// <inheritdoc/>
    public static AlertFiguresAnswer Example => new(30, 12, 1, 2, 9, 6, 240, 310, 1_800, 2_400);
}
