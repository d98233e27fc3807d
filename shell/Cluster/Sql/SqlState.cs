namespace Catalog.Shell.Cluster.Sql;

/// <summary>What is kept beside the tables of a system.</summary>
/// <param name="Version">The version of tables and mapping they were made with.</param>
/// <param name="Journal">The journal they were filled from, by its name.</param>
/// <param name="Applied">Every fact before this position is in them.</param>
/// <param name="FilledUntil">While <paramref name="Applied"/> is before this, they are being filled.</param>
internal sealed record SqlState(int Version, string Journal, long Applied, long FilledUntil)
{
    /// <summary>Whether the first filling is not done.</summary>
    public bool IsFilling => Applied < FilledUntil;
}
