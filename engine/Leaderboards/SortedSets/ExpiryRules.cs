namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>Whether conditions of EXPIRE hold.</summary>
internal static class ExpiryRules
{
    /// <summary>Whether a key that ends at <paramref name="oldMs"/>, 0 for never, may end at another time.</summary>
    internal static bool Hold(this ExpiryConditions conditions, long oldMs, long newMs)
    {
        bool hasEnd = oldMs != 0;
        if ((conditions & ExpiryConditions.Without) != 0 && hasEnd) return false;
        if ((conditions & ExpiryConditions.With) != 0 && !hasEnd) return false;
        if ((conditions & ExpiryConditions.Later) != 0 && (!hasEnd || newMs <= oldMs)) return false;
        return (conditions & ExpiryConditions.Sooner) == 0 || !hasEnd || newMs < oldMs;
    }
}
