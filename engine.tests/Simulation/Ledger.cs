using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Wire;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// Every fact that was ever durable, what was handed to the journal behind it, and the states that follow from the
/// durable facts alone, replayed from nothing.
/// <code>
/// durable facts ……………………………| batch | batch | batch     handed over, not durable yet
/// shadow states stand here ───┘
/// </code>
/// </summary>
internal sealed class Ledger
{
    private readonly SystemHost<ShowtimeState> _host = new(new ShowtimeMachine());
    private readonly Dictionary<ulong, Partition> _shadows = [];
    private readonly Dictionary<long, int> _indexOf = [];
    private readonly List<Fact> _facts = [];
    private readonly List<ulong> _chain = [0];
    private readonly Queue<TracedBatch> _inFlight = new();
    private readonly Queue<Fact> _expected = new();

    /// <summary>How many facts are durable.</summary>
    internal int Count => _facts.Count;

    internal IReadOnlyList<Fact> Facts => _facts;

    internal bool IsSettled => _inFlight.Count == 0;

    /// <summary>How many facts there will be once everything handed over is durable.</summary>
    internal int EndCount => _facts.Count + _expected.Count;

    internal IReadOnlyDictionary<ulong, Partition> Shadows => _shadows;

    /// <summary>A hash of the first so many facts.</summary>
    internal ulong ChainAt(int count) => _chain[count];

    /// <summary>The number of the fact at a position, or −1.</summary>
    internal int IndexOf(long position) => _indexOf.GetValueOrDefault(position, -1);

    internal TracedBatch HandOver(IReadOnlyList<Fact> facts)
    {
        foreach (Fact fact in facts) _expected.Enqueue(fact);
        var batch = new TracedBatch(facts, EndCount);
        _inFlight.Enqueue(batch);
        return batch;
    }

    /// <summary>Takes in what has become durable: exactly what was handed over, in that order.</summary>
    internal void Absorb(JournalReader reader)
    {
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
            TakeNext(new Fact(header, payload.ToArray()));
        while (_inFlight.TryPeek(out TracedBatch? batch) && batch.EndCount <= Count) _inFlight.Dequeue();
    }

    /// <summary>
    /// Holds a recovered journal against the books: everything that was durable, then, of what was on its way, whole
    /// batches or nothing.
    /// </summary>
    /// <returns>Whether something that was on its way is lost.</returns>
    internal bool Recover(JournalReader reader, long firstPosition)
    {
        int index = _facts.FindIndex(fact => fact.Header.Position >= firstPosition);
        if (index < 0) index = Count;
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            var found = new Fact(header, payload.ToArray());
            if (index < Count)
            {
                bool isSame = found.IsSameAs(_facts[index]) && header.Position == _facts[index].Header.Position;
                Require(isSame, $"After the crash the journal has {found} instead of {_facts[index]}.");
            }
            else
            {
                TakeNext(found);
            }

            index++;
        }

        if (index < Count)
            throw new SimulationFailure($"{Count - index} durable facts are lost, {_facts[index]} first.");
        bool isWhole = _inFlight.Count == 0 || Count == _inFlight.Peek().EndCount - _inFlight.Peek().Facts.Count
            || _inFlight.Any(batch => batch.EndCount == Count);
        Require(isWhole, "A batch survived in part.");
        bool hasLost = _expected.Count > 0;
        _expected.Clear();
        _inFlight.Clear();
        return hasLost;
    }

    /// <summary>Holds the engine's states against those that follow from the facts: to the byte.</summary>
    internal ulong Compare(CatalogEngine engine)
    {
        Require(IsSettled, "States are compared when everything is durable.");
        ulong hash = 0;
        foreach ((ulong key, Partition shadow) in _shadows)
        {
            byte[] expected = Save(_host, shadow);
            byte[] found = SavedBy(engine, key);
            Require(
                found.AsSpan().SequenceEqual(expected),
                $"Showtime {key} is not what its facts say: {found.Length} bytes instead of {expected.Length}.");
            foreach (byte b in expected) hash = (hash ^ b) * 0x100000001B3;
        }

        return hash;
    }

    private static Partition? Loaded(CatalogEngine engine, PartitionKey key) =>
        engine.ShardOf(key).Partitions.FindLoaded(key);

    private byte[] SavedBy(CatalogEngine engine, ulong showtimeId)
    {
        var key = new PartitionKey(_host.SystemId, showtimeId);
        if (Loaded(engine, key) is { } loaded) return Save(_host, loaded);
        var saved = new SnapshotReader(engine.Storage.Snapshots);
        if (!saved.TryOpen(key, out _)) return [];
        MessagePackReader reader = saved.Read();
        return Save(_host, _host.Load(showtimeId, ref reader));
    }

    private static byte[] Save(SystemHost host, Partition partition)
    {
        var buffer = new ByteBuffer(2048);
        host.Save(partition, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private void TakeNext(Fact found)
    {
        Require(_expected.TryDequeue(out Fact? expected), $"Nobody handed {found} to the journal.");
        Require(found.IsSameAs(expected!), $"The journal has {found} instead of {expected}.");
        long last = Count == 0 ? -1 : _facts[^1].Header.Position;
        Require(found.Header.Position > last, "Positions grow.");
        _indexOf.Add(found.Header.Position, Count);
        _facts.Add(found);
        _chain.Add(RecountProjection.Mix(_chain[^1], found.Header));
        ulong key = found.Header.Partition.Key;
        if (!_shadows.TryGetValue(key, out Partition? shadow)) _shadows.Add(key, shadow = _host.Create(key));
        _host.Replay(shadow, found.Header, found.Payload);
    }
}
