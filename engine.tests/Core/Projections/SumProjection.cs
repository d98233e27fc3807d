using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Projections;

/// <summary>
/// Counts and hashes the numbers it is given, in order: a number given twice, left out or out of place shows.
/// </summary>
internal sealed class SumProjection(string name = "sums", int version = 1) : IProjection
{
    private long _count;
    private ulong _hash;

    public string Name => name;

    public int Version => version;

    public Func<ulong, bool> Wanted { get; init; } = static _ => true;

    public Func<ulong, bool> Fails { get; init; } = static _ => false;

    public bool MayBeginLate { get; init; }

    public ProjectionOrigin? LateOrigin { get; private set; }

    public int ResetCount { get; private set; }

    public (long Count, ulong Hash) State => (_count, _hash);

    /// <summary>The state after the first so many numbers.</summary>
    public static (long Count, ulong Hash) StateAfter(int count, Func<ulong, bool>? wanted = null)
    {
        (long Count, ulong Hash) state = (0, 0);
        for (ulong number = 0; number < (ulong)count; number++)
            if (wanted is null || wanted(number)) state = (state.Count + 1, Mix(state.Hash, number));
        return state;
    }

    public bool Wants(in EventHeader header) => Wanted(header.Partition.Key);

    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        ulong number = header.Partition.Key;
        Assert.True(TestBatch.IsPayloadOf(payload, number));
        if (Fails(number)) throw new FormatException($"No {number}, please.");
        _count++;
        _hash = Mix(_hash, number);
    }

    public void Save(ref MessagePackWriter writer)
    {
        writer.Write(_count);
        writer.Write(_hash);
    }

    public void Load(ref MessagePackReader reader)
    {
        _count = reader.ReadInt64();
        _hash = reader.ReadUInt64();
    }

    public void BeginLate(ProjectionOrigin origin) => LateOrigin = origin;

    public void Reset()
    {
        ResetCount++;
        _count = 0;
        _hash = 0;
    }

    private static ulong Mix(ulong hash, ulong number) => (hash * 31) + number + 1;
}
