using System.Numerics;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>
/// What score each rank of a mode takes, now and at the end of each of the last days: what a projection holds a player
/// against.
/// <code>
/// total ─► bucket: its highest bit and the eight below, so within 0.4 %      counts by bucket
/// day over ─► from the top down: the score of rank 1, 3, 10, 50 … 1,000,000 ─► a row of the last 29 days
/// </code>
/// Invariants: (1) the counts add up to the number of players; (2) in a row no rank takes more than the one before it.
/// </summary>
/// <remarks>Moving a player is O(1), a day's end O(buckets); about 60 KB. Not thread-safe.</remarks>
public sealed class TotalsTrend
{
    private const int MantissaBits = 8;
    private const int Buckets = (64 - MantissaBits) << MantissaBits;
    private const int KeptDays = Pace.MostDays + 1;
    private static readonly long[] LadderRanks =
        [1, 3, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000];

    private readonly int[] _counts = new int[Buckets];
    private readonly double[] _days = new double[KeptDays * LadderRanks.Length];
    private int _firstDay;
    private int _day;

    /// <summary>The ranks that are followed, the best first.</summary>
    public static ReadOnlySpan<long> Ranks => LadderRanks;

    /// <summary>Players with a total.</summary>
    public int Players { get; private set; }

    /// <summary>The score a followed rank takes and what each of the last days added. O(buckets).</summary>
    /// <param name="index">Which of <see cref="Ranks"/>.</param>
    /// <param name="now">The score it takes now, exactly, when that is known; else null.</param>
    public DailyTotals Of(int index, double? now = null)
    {
        Span<double> scores = stackalloc double[LadderRanks.Length];
        Fill(scores);
        int known = Math.Min(KeptDays, _day - _firstDay);
        var gains = new List<double>(known);
        // Only days on which somebody had the rank: before that it took nothing.
        for (int day = _day - known; day < _day - 1; day++)
        {
            double before = _days[At(day, index)], after = _days[At(day + 1, index)];
            if (before > 0) gains.Add(after - before);
        }

        return new DailyTotals(now ?? scores[index], gains.ToArray());
    }

    /// <summary>A player's total is another one. O(1).</summary>
    /// <param name="old">The total before; 0 for none.</param>
    /// <param name="total">The total after; 0 for none.</param>
    internal void Move(long old, long total)
    {
        if (old > 0) Add(old, -1);
        if (total > 0) Add(total, 1);
    }

    /// <summary>It is this day, or a later one was before. O(buckets) for a new day.</summary>
    /// <param name="day">Days since 1970.</param>
    internal void Reach(int day)
    {
        if (_day == 0) _firstDay = _day = day;
        if (day <= _day) return;
        Span<double> scores = stackalloc double[LadderRanks.Length];
        Fill(scores);
        // After a long silence only the last days are of use.
        for (int over = Math.Max(_day, day - KeptDays); over < day; over++)
            scores.CopyTo(_days.AsSpan(At(over, 0), LadderRanks.Length));
        _day = day;
    }

    internal void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(_firstDay);
        writer.Write(_day);
        ModelWire.Write(ref writer, _days);
        writer.Write(Players);
        int used = 0;
        foreach (int count in _counts) used += count == 0 ? 0 : 1;
        writer.WriteArrayHeader(used * 2);
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            if (_counts[bucket] == 0) continue;
            writer.Write(bucket);
            writer.Write(_counts[bucket]);
        }
    }

    internal void Load(ref MessagePackReader reader)
    {
        ModelWire.Require(reader.ReadArrayHeader() == 5, "Not a trend of totals.");
        _firstDay = reader.ReadInt32();
        _day = reader.ReadInt32();
        double[] days = ModelWire.ReadDoubles(ref reader);
        ModelWire.Require(days.Length == _days.Length, "A trend of other ranks.");
        days.CopyTo(_days, 0);
        Players = reader.ReadInt32();
        Array.Clear(_counts);
        int used = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < used; i++)
        {
            int bucket = reader.ReadInt32();
            ModelWire.Require((uint)bucket < Buckets, "No such bucket.");
            _counts[bucket] = reader.ReadInt32();
        }
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(buckets).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        int players = 0;
        foreach (int count in _counts)
        {
            if (count < 0) throw new InvalidOperationException("(1) Fewer than nobody.");
            players += count;
        }

        if (players != Players) throw new InvalidOperationException($"(1) {players}, not {Players}.");
        Span<double> scores = stackalloc double[LadderRanks.Length];
        Fill(scores);
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[i - 1]) throw new InvalidOperationException($"(2) Rank {LadderRanks[i]}.");
    }

    private void Add(long total, int count)
    {
        _counts[BucketOf(total)] += count;
        Players += count;
    }

    // From the top down; inside a bucket players are spread evenly.
    private void Fill(Span<double> scores)
    {
        scores.Clear();
        int next = 0;
        long above = 0;
        for (int bucket = Buckets - 1; bucket >= 0 && next < scores.Length; bucket--)
        {
            int count = _counts[bucket];
            if (count == 0) continue;
            double low = LowOf(bucket), width = LowOf(bucket + 1) - low;
            while (next < scores.Length && LadderRanks[next] <= above + count)
            {
                double share = (LadderRanks[next] - above - 0.5) / count;
                scores[next++] = low + (width * (1 - share));
            }

            above += count;
        }
    }

    // Below 512 every number has a bucket of its own.
    private static int BucketOf(long total)
    {
        int shift = Math.Max(0, BitOperations.Log2((ulong)total) - MantissaBits);
        return (shift << MantissaBits) + (int)(total >> shift);
    }

    private static double LowOf(int bucket)
    {
        int shift = Math.Max(0, (bucket >> MantissaBits) - 1);
        return Math.ScaleB(bucket - (shift << MantissaBits), shift);
    }

    private static int At(int day, int index) => (day % KeptDays * LadderRanks.Length) + index;
}
