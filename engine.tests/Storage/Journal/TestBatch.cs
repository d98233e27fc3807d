using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>A batch that remembers what it was told and may pass it on.</summary>
internal sealed class TestBatch(Action<TestBatch>? onDurable = null, Action<TestBatch>? onLost = null)
    : JournalBatch
{
    internal long EndPosition { get; private set; } = -1;

    internal bool IsDurable => EndPosition >= 0;

    public override void OnDurable(long endPosition)
    {
        EndPosition = endPosition;
        ToldCount++;
        onDurable?.Invoke(this);
    }

    /// <summary>Whether the batch was refused, and with which word; null when it was not.</summary>
    internal bool? LostMayBeWritten { get; private set; }

    /// <summary>How often it was told anything.</summary>
    internal int ToldCount { get; private set; }

    public override void OnLost(bool mayBeWritten)
    {
        ToldCount++;
        LostMayBeWritten = mayBeWritten;
        onLost?.Invoke(this);
    }

    /// <summary>Adds a record of the partition whose payload is a run of bytes derived from the number.</summary>
    internal TestBatch Add(ulong number, int payloadBytes = 30)
    {
        int start = RecordHeader.Reserve(Records);
        Span<byte> payload = Records.GetSpan(payloadBytes)[..payloadBytes];
        FillPayload(payload, number);
        Records.Advance(payloadBytes);
        EventHeader header = new(0, new PartitionKey(7, number), (ushort)(number % 1000), 1, (long)number * 10);
        RecordHeader.WriteEvent(Records, start, in header);
        return this;
    }

    internal static void FillPayload(Span<byte> payload, ulong number)
    {
        for (int i = 0; i < payload.Length; i++) payload[i] = (byte)((number * 31) + (ulong)i + 1);
    }

    internal static bool IsPayloadOf(ReadOnlySpan<byte> payload, ulong number)
    {
        for (int i = 0; i < payload.Length; i++)
        {
            if (payload[i] != (byte)((number * 31) + (ulong)i + 1)) return false;
        }

        return true;
    }
}
