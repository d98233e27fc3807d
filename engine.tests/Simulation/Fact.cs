using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A fact as it went into, or came out of, the journal.</summary>
internal sealed record Fact(EventHeader Header, byte[] Payload)
{
    internal bool IsIdempotency => Header.Type == IdempotencyRecorded.TypeId;

    /// <summary>Reads framed records that have no position yet.</summary>
    internal static List<Fact> ReadAll(ByteBuffer records)
    {
        List<Fact> facts = [];
        Span<byte> rest = records.WrittenSpan.ToArray();
        while (!rest.IsEmpty)
        {
            int length = RecordHeader.Stamp(rest, 0);
            facts.Add(new Fact(RecordHeader.ReadEvent(rest), rest[RecordHeader.SizeBytes..length].ToArray()));
            rest = rest[length..];
        }

        return facts;
    }

    /// <summary>Whether both are the same but for where they stand.</summary>
    internal bool IsSameAs(Fact other) =>
        Header with { Position = 0 } == other.Header with { Position = 0 }
        && Payload.AsSpan().SequenceEqual(other.Payload);

    internal TEvent Read<TEvent>()
        where TEvent : struct, IEvent<TEvent>
    {
        var reader = new MessagePackReader(Payload);
        return TEvent.Read(ref reader, Header.Version);
    }

    internal TEvent? As<TEvent>()
        where TEvent : struct, IEvent<TEvent> => Header.Type == TEvent.TypeId ? Read<TEvent>() : null;

    public override string ToString() => $"fact {Header.Type} of {Header.Partition.Key} at {Header.Position}";
}
