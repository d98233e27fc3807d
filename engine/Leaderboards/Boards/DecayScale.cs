namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Scores that are worth half after each half-life, kept so that time alone never changes them. With scores sᵢ of
/// moments tᵢ and half-life h, what a player is worth at t is Σ sᵢ·2^((tᵢ − t)/h) = 2^(L − t/h) with
/// L = log₂ Σ sᵢ·2^(tᵢ/h): L is the same at any t, and orders players as their worth does. It is kept as a fixed-point
/// number of 32 fractional bits.
/// </summary>
/// <remarks>
/// Pure; O(1), nothing allocated. What <see cref="Add"/> gives is written into facts, so that replay does not depend on
/// a machine's logarithm. Forward decay: Cormode, Shkapenyuk, Srivastava, Xu: "Forward Decay", ICDE 2009.
/// </remarks>
public static class DecayScale
{
    /// <summary>The key of nothing at all.</summary>
    public const long Nothing = long.MinValue;

    // 2020-01-01T00:00Z: keeps the numbers small.
    private const long OriginMs = 1_577_836_800_000;
    private const double One = 1L << 32;

    /// <summary>The key after a further score.</summary>
    /// <param name="key">The key before it, or <see cref="Nothing"/>.</param>
    /// <param name="score">The score; one that is not positive changes nothing.</param>
    /// <param name="timeMs">When it was made, milliseconds since 1970.</param>
    /// <param name="halfLifeMs">The half-life in milliseconds, positive.</param>
    public static long Add(long key, long score, long timeMs, long halfLifeMs)
    {
        if (score <= 0) return key;
        double added = Math.Log2(score) + (double)(timeMs - OriginMs) / halfLifeMs;
        if (key == Nothing) return (long)Math.Round(added * One);
        double kept = key / One;
        double most = Math.Max(kept, added), least = Math.Min(kept, added);
        return (long)Math.Round((most + Math.Log2(1 + Math.Pow(2, least - most))) * One);
    }

    /// <summary>What a key is worth at a moment.</summary>
    /// <param name="key">The key.</param>
    /// <param name="timeMs">The moment, milliseconds since 1970.</param>
    /// <param name="halfLifeMs">The half-life in milliseconds, positive.</param>
    public static double ValueAt(long key, long timeMs, long halfLifeMs) =>
        key == Nothing ? 0 : Math.Pow(2, key / One - (double)(timeMs - OriginMs) / halfLifeMs);
}
