namespace Catalog.Engine.Leaderboards.Skill;

/// <summary>How many players are rated how high: counts by 25 points.</summary>
/// <remarks>Moving a player is O(1), a percentile O(buckets); nothing is allocated. Not thread-safe.</remarks>
internal sealed class RatingHistogram
{
    /// <summary>Buckets; the first and the last hold what is beyond, too.</summary>
    public const int Buckets = 120;

    private const double Width = 25;
    private static readonly (double Above, string Name)[] Tiers =
        [(0.99, "pro"), (0.9, "advanced"), (0.6, "intermediate"), (0, "beginner")];

    private readonly int[] _counts = new int[Buckets];

    /// <summary>How many players there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many players are in each bucket.</summary>
    public int[] Counts => [.. _counts];

    /// <summary>The bucket of a rating. O(1).</summary>
    public static int BucketOf(double rating) => Math.Clamp((int)(rating / Width), 0, Buckets - 1);

    /// <summary>Adds a player. O(1).</summary>
    public void Add(double rating)
    {
        _counts[BucketOf(rating)]++;
        Count++;
    }

    /// <summary>Takes a player out. O(1).</summary>
    public void Remove(double rating)
    {
        _counts[BucketOf(rating)]--;
        Count--;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Count = 0;
    }

    /// <summary>The share of players rated lower, those of the same bucket in proportion. O(buckets).</summary>
    public double PercentileOf(double rating)
    {
        if (Count == 0) return 0.5;
        int bucket = BucketOf(rating);
        long below = 0;
        for (int i = 0; i < bucket; i++) below += _counts[i];
        double inside = Math.Clamp((rating / Width) - bucket, 0, 1);
        return (below + (inside * _counts[bucket])) / Count;
    }

    /// <summary>The rating that so large a share is below, inside its bucket in proportion. O(buckets).</summary>
    public double RatingAt(double share)
    {
        double wanted = share * Count;
        int bucket = 0;
        for (; bucket < Buckets - 1 && wanted > _counts[bucket]; bucket++) wanted -= _counts[bucket];
        double inside = _counts[bucket] == 0 ? 0 : Math.Clamp(wanted / _counts[bucket], 0, 1);
        return (bucket + inside) * Width;
    }

    /// <summary>The name of a range of percentiles.</summary>
    public static string TierOf(double percentile)
    {
        foreach ((double above, string name) in Tiers)
            if (percentile >= above) return name;
        return Tiers[^1].Name;
    }
}
