namespace Catalog.Shell.Cluster.Sql.Contracts;

/// <summary>How a system's tables for analysts are doing.</summary>
/// <param name="Schema">The schema they stand in.</param>
/// <param name="Status"><c>ready</c>, <c>filling</c> or <c>waiting</c>.</param>
/// <param name="AppliedPosition">Every fact before this journal position is in them; −1 while that is not
/// known.</param>
/// <param name="Tables">The tables' names.</param>
public sealed record SqlTablesAnswer(
    string Schema, string Status, long AppliedPosition, IReadOnlyList<string> Tables)
{
    /// <summary>Facts that were set aside because PostgreSQL refused their rows: anything but 0 is a fault.</summary>
    public long? RefusedCount { get; init; }

    /// <summary>Why it waits.</summary>
    public string? LastError { get; init; }
}
