using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>The gate as bytes, as a hash, and its invariants.</content>
public sealed partial class AdmissionGate
{
    private const int WireVersion = 2;
    private const int WireVersionBeforeSilence = 1;

    /// <summary>Writes everything but the options. O(n); 0 B.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(8);
        writer.Write((long)WireVersion);
        writer.Write(_nowMs);
        writer.Write(_bucket);
        writer.Write(_firstBucket);
        writer.WriteArrayHeader(BucketCount);
        foreach (int count in _admitted) writer.Write((long)count);
        WriteQueue(ref writer, _waiting);
        WriteQueue(ref writer, _passes);
        WriteQueue(ref writer, _heard);
    }

    /// <summary>Reads what <see cref="Write"/> wrote. O(n).</summary>
    /// <param name="options">The options; with smaller capacities than it was written with it may not fit.</param>
    /// <param name="reader">Stands at the first byte.</param>
    /// <exception cref="MessagePackFormatException">The bytes are not a gate, or it does not fit.</exception>
    public static AdmissionGate Read(GateOptions options, ref MessagePackReader reader)
    {
        int fields = reader.ReadArrayHeader();
        int version = reader.ReadInt32();
        Expect((fields, version) is (8, WireVersion) or (7, WireVersionBeforeSilence), "a version and its fields");
        var gate = new AdmissionGate(options)
        {
            _nowMs = reader.ReadInt64(),
            _bucket = reader.ReadInt64(),
            _firstBucket = reader.ReadInt64(),
        };
        Expect(gate._nowMs >= 0 && gate._bucket == gate._nowMs / BucketMs, "the bucket of its time");
        Expect(reader.ReadArrayHeader() == BucketCount, "the buckets");
        foreach (ref int count in gate._admitted.AsSpan()) count = reader.ReadInt32();
        ReadQueue(ref reader, gate._waiting);
        ReadQueue(ref reader, gate._passes);
        if (version == WireVersionBeforeSilence) gate.HearAll();
        else ReadQueue(ref reader, gate._heard);
        string? broken = gate.FirstBrokenInvariant();
        return broken is null ? gate : throw new MessagePackFormatException($"The gate is not sound: {broken}");
    }

    /// <summary>A hash of everything <see cref="Write"/> writes. O(n); 0 B.</summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add((ulong)_nowMs);
        hash.Add((ulong)_firstBucket);
        foreach (int count in _admitted) hash.Add((ulong)count);
        HashQueue(ref hash, _waiting);
        HashQueue(ref hash, _passes);
        HashQueue(ref hash, _heard);
        return hash.Value;
    }

    // Written before anybody listened: as if all had just been heard of.
    private void HearAll()
    {
        int index = 0;
        while (_waiting.MoveNext(ref index, out ulong visitor, out _)) _heard.TryAdd(visitor, _nowMs);
    }

    private static void WriteQueue(ref MessagePackWriter writer, ArrivalQueue<long> queue)
    {
        writer.WriteArrayHeader(2 * queue.Count);
        int index = 0;
        while (queue.MoveNext(ref index, out ulong visitor, out long timeMs))
        {
            writer.Write(visitor);
            writer.Write(timeMs);
        }
    }

    private static void ReadQueue(ref MessagePackReader reader, ArrivalQueue<long> queue)
    {
        int count = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < count; i++)
        {
            ulong visitor = reader.ReadUInt64();
            Expect(queue.TryAdd(visitor, reader.ReadInt64()), "each once and within the capacity");
        }
    }

    private static void HashQueue(ref StateHasher hash, ArrivalQueue<long> queue)
    {
        hash.Add((ulong)queue.Count);
        int index = 0;
        while (queue.MoveNext(ref index, out ulong visitor, out long timeMs))
        {
            hash.Add(visitor);
            hash.Add((ulong)timeMs);
        }
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds) throw new MessagePackFormatException($"Admission gate: expected {what}.");
    }

    private string? FirstBrokenInvariant()
    {
        int index = 0;
        while (_waiting.MoveNext(ref index, out ulong visitor, out _))
        {
            if (_passes.Contains(visitor)) return "1. nobody both waits and has a pass";
        }

        index = 0;
        long last = long.MinValue;
        while (_passes.MoveNext(ref index, out _, out long expiryMs))
        {
            if (expiryMs < last) return "2. passes stand in the order of their expiry";
            last = expiryMs;
        }

        foreach (int count in _admitted)
        {
            if (count < 0) return "3. the buckets of the pace are counts";
        }

        if (_bucket != _nowMs / BucketMs) return "4. the newest bucket is the clock's";
        return IsHeardInOrder() ? null : "5. whoever waits was heard of, in order";
    }

    private bool IsHeardInOrder()
    {
        int index = 0;
        long last = long.MinValue;
        while (_heard.MoveNext(ref index, out ulong visitor, out long heardMs))
        {
            if (heardMs < last || !_waiting.Contains(visitor)) return false;
            last = heardMs;
        }

        return _heard.Count == _waiting.Count;
    }

    /// <summary>Checks the invariants of the type's documentation. O(n log n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        _waiting.CheckInvariants();
        _passes.CheckInvariants();
        _heard.CheckInvariants();
        string? broken = FirstBrokenInvariant();
        if (broken is not null) throw new InvalidOperationException($"Broken invariant {broken}.");
    }
}
