namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>A key of a database and the set it holds. Owned by the database's shard.</summary>
internal sealed class KeyEntry(byte[] name, int slot)
{
    /// <summary>The key.</summary>
    internal byte[] Name { get; } = name;

    /// <summary>Its place among the keys, which it keeps: what SCAN goes by.</summary>
    internal int Slot { get; } = slot;

    /// <summary>Its members; never empty between two operations.</summary>
    internal required NamedRankedSet Set { get; set; }

    /// <summary>When it ends, milliseconds since 1970; 0 for never.</summary>
    internal long ExpiresMs { get; set; }

    /// <summary>The number of the latest change to it: what WATCH compares.</summary>
    internal long Version { get; set; }

    /// <summary>Whether it has ended by <paramref name="nowMs"/>.</summary>
    internal bool IsOver(long nowMs) => ExpiresMs != 0 && ExpiresMs <= nowMs;
}
