using Catalog.Engine.Collections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// What players scored in each of the last 24 hours, so that it can be taken off the sliding board again.
/// <code>
/// hour % 32 → entries in the order the players came: [slot, sum] …   and slot → index
/// </code>
/// Entries leave from the end, so what is left after any number of them is the same live, after a replay and behind a
/// snapshot.
/// </summary>
/// <remarks>O(1) a score; nothing is allocated once the hours have their working size. Owned by the mode's shard.
/// </remarks>
internal sealed class SlidingHours
{
    /// <summary>Hours the window spans, the present one included.</summary>
    public const int Span = 24;

    /// <summary>The most entries taken off in one step: some milliseconds.</summary>
    public const int StepCount = 4096;

    private const int Ring = 32;
    private readonly Bucket?[] _buckets = new Bucket?[Ring];
    private Bucket? _latest;

    /// <summary>The earliest hour that has entries, or -1.</summary>
    public int OldestHour { get; private set; } = -1;

    /// <summary>When the earliest hour leaves the window; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDueMs => OldestHour < 0 ? long.MaxValue : (OldestHour + (long)Span) * BoardCalendar.HourMs;

    /// <summary>How many entries an hour has.</summary>
    public int CountOf(int hour) =>
        _buckets[hour % Ring] is { } bucket && bucket.Hour == hour ? bucket.Entries.Count : 0;

    /// <summary>Adds to what a player scored in an hour. O(1) amortised.</summary>
    public void Add(int hour, int slot, long score)
    {
        Bucket bucket = _buckets[hour % Ring] ??= new Bucket();
        if (bucket.Entries.Count == 0) bucket.Hour = hour;
        if (bucket.Hour != hour) throw new InvalidOperationException($"Hour {bucket.Hour} is still there at {hour}.");
        int index = bucket.IndexOf[slot];
        if (index != ItemMap.Nil)
        {
            bucket.Entries[index] = (slot, bucket.Entries[index].Sum + score);
        }
        else
        {
            bucket.IndexOf.Set(slot, bucket.Entries.Count);
            bucket.Entries.Add((slot, score));
        }

        _latest = bucket;
        if (OldestHour < 0 || hour < OldestHour) OldestHour = hour;
    }

    /// <summary>Has what the next score of a player most likely reads here fetched into the cache. O(1).</summary>
    public void Fetch(int slot) => _latest?.IndexOf.Prefetch(slot);

    /// <summary>Takes the last entry of the earliest hour. O(1) amortised.</summary>
    public (int Slot, long Sum) Take()
    {
        Bucket bucket = _buckets[OldestHour % Ring]!;
        (int slot, long sum) = bucket.Entries[^1];
        bucket.Entries.RemoveAt(bucket.Entries.Count - 1);
        if (slot >= 0) bucket.IndexOf.Remove(slot);
        if (bucket.Entries.Count == 0) FindOldest();
        return (slot, sum);
    }

    /// <summary>Whether a player has an entry in any hour. O(24).</summary>
    public bool Has(int slot)
    {
        foreach (Bucket? bucket in _buckets)
            if (bucket is not null && bucket.IndexOf[slot] != ItemMap.Nil) return true;
        return false;
    }

    /// <summary>Forgets what a player scored; the entries stay, with nothing in them and nobody's. O(24).</summary>
    public void Clear(int slot)
    {
        foreach (Bucket? bucket in _buckets)
        {
            int index = bucket is null ? ItemMap.Nil : bucket.IndexOf[slot];
            if (index == ItemMap.Nil) continue;
            bucket!.IndexOf.Remove(slot);
            bucket.Entries[index] = (-1, 0);
        }
    }

    /// <summary>Encodes: <c>[hour, [slot, sum, …], …]</c>, by hour. O(entries).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        Bucket[] filled = [.. _buckets.OfType<Bucket>().Where(static each => each.Entries.Count > 0)
            .OrderBy(static each => each.Hour)];
        writer.WriteArrayHeader(filled.Length * 2);
        foreach (Bucket bucket in filled)
        {
            writer.Write(bucket.Hour);
            writer.WriteArrayHeader(bucket.Entries.Count * 2);
            foreach ((int slot, long sum) in bucket.Entries)
            {
                writer.Write(slot);
                writer.Write(sum);
            }
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty window. O(entries).</summary>
    public void Read(ref MessagePackReader reader)
    {
        int hours = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < hours; i++)
        {
            var bucket = new Bucket { Hour = reader.ReadInt32() };
            int entries = reader.ReadArrayHeader() / 2;
            for (int j = 0; j < entries; j++)
            {
                (int slot, long sum) = (reader.ReadInt32(), reader.ReadInt64());
                if (slot >= 0) bucket.IndexOf.Set(slot, j);
                bucket.Entries.Add((slot, sum));
            }

            _buckets[bucket.Hour % Ring] = bucket;
        }

        FindOldest();
    }

    private void FindOldest()
    {
        OldestHour = -1;
        foreach (Bucket? bucket in _buckets)
        {
            if (bucket is null || bucket.Entries.Count == 0) continue;
            if (OldestHour < 0 || bucket.Hour < OldestHour) OldestHour = bucket.Hour;
        }
    }

    private sealed class Bucket
    {
        public int Hour { get; set; }

        public List<(int Slot, long Sum)> Entries { get; } = [];

        public ItemMap IndexOf { get; } = new();
    }
}
