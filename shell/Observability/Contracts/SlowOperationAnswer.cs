namespace Catalog.Shell.Observability.Contracts;

/// <summary>Something that took long.</summary>
/// <param name="Kind"><c>http</c> or <c>commit</c>.</param>
/// <param name="Name">What.</param>
/// <param name="Detail">Its status, or what was in it.</param>
/// <param name="At">When it ended.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="TraceId">What the log names it by.</param>
public sealed record SlowOperationAnswer(
    string Kind,
    string Name,
    string Detail,
    DateTimeOffset At,
    double DurationMs,
    string? TraceId);
