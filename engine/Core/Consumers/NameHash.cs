namespace Catalog.Engine.Core.Consumers;

/// <summary>A 64-bit hash of a name that is the same in every process and version.</summary>
internal static class NameHash
{
    // FNV-1a, 64 bits: Fowler, Noll, Vo; draft-eastlake-fnv.
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Hashes the UTF-16 code units. O(length), allocates nothing.</summary>
    public static ulong Of(string name)
    {
        ulong hash = OffsetBasis;
        foreach (char c in name) hash = (hash ^ c) * Prime;
        return hash;
    }
}
