namespace Catalog.Shell.Observability;

/// <summary>Something that took long.</summary>
/// <param name="Kind"><c>http</c> for a request, <c>commit</c> for a batch of a shard.</param>
/// <param name="Name">What: method and path of the route, or the shard.</param>
/// <param name="Detail">Its status, or how many commands were in it.</param>
/// <param name="AtMs">When it ended, milliseconds since 1970.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="TraceId">The trace the log and problems name it by; null where there is none.</param>
public sealed record SlowOperation(
    string Kind, string Name, string Detail, long AtMs, TimeSpan Duration, string? TraceId);
