using System.Numerics;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

internal sealed partial class GatewayLoop
{
    /// <summary>Most bytes gathered for one write.</summary>
    private const int MaxChunkBytes = 64 * 1024;

    private readonly ByteBuffer _gather = new(4096);
    private ulong _runBits;
    private int _runVariant;
    private FrameRange _run;

    /// <summary>Writes first to those who get nothing large, which is soon done: the others are for later.</summary>
    private void FlushSmall()
    {
        foreach (GatewayConnection connection in _touched.AsSpan(0, _touchedCount))
            if ((connection.PendingBits & _largeBits) == 0) Flush(connection);
    }

    /// <summary>Writes what this turn has for a connection.</summary>
    private void Flush(GatewayConnection connection)
    {
        ulong bits = connection.PendingBits;
        connection.PendingBits = 0;
        if (connection.Phase != ConnectionPhase.Open) return;
        while (bits != 0)
        {
            if (connection.Queue is not null)
            {
                EnqueueAll(connection, bits);
                return;
            }

            ulong before = bits;
            ReadOnlySpan<byte> chunk = NextChunk(connection, ref bits);
            Counters.Delivered += BitOperations.PopCount(before & ~bits);
            Counters.SentBytes += chunk.Length;
            Counters.Writes++;
            if (!connection.Outbound.TryWrite(chunk, out int taken)) StallSlow(connection, before & ~bits, taken);
            if (connection.Phase != ConnectionPhase.Open) return;
        }
    }

    /// <summary>
    /// The next bytes for a connection and its bits cut off: straight from the palette as long as frames lie side by
    /// side, gathered otherwise.
    /// </summary>
    private ReadOnlySpan<byte> NextChunk(GatewayConnection connection, ref ulong bits)
    {
        // Subscribers of the same topics get the same: what was found for the one before holds for this one, too.
        if (bits == _runBits && connection.Variant == _runVariant)
        {
            bits = 0;
            return _working.PaletteBytes(_runVariant, _run.Start, _run.LengthBytes);
        }

        return NextChunkSlow(connection, ref bits);
    }

    private ReadOnlySpan<byte> NextChunkSlow(GatewayConnection connection, ref ulong bits)
    {
        ulong before = bits;
        int slot = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        FrameRange run = RangeOf(connection, slot, out int palette);
        if (run.Start < 0) return FrameOf(connection, slot);
        while (bits != 0)
        {
            FrameRange next = RangeOf(connection, BitOperations.TrailingZeroCount(bits), out int nextPalette);
            if (nextPalette != palette || next.Start != run.End || run.LengthBytes > MaxChunkBytes) break;
            run = new FrameRange(run.Start, run.LengthBytes + next.LengthBytes);
            bits &= bits - 1;
        }

        if (bits == 0 && palette == connection.Variant) (_runBits, _runVariant, _run) = (before, palette, run);
        ReadOnlySpan<byte> bytes = _working.PaletteBytes(palette, run.Start, run.LengthBytes);
        return bits == 0 || run.LengthBytes >= ApartFrames.FromBytes ? bytes : Gather(connection, bytes, ref bits);
    }

    private ReadOnlySpan<byte> Gather(GatewayConnection connection, ReadOnlySpan<byte> first, ref ulong bits)
    {
        _gather.Clear();
        _gather.Write(first);
        while (bits != 0)
        {
            int slot = BitOperations.TrailingZeroCount(bits);
            FrameRange range = RangeOf(connection, slot, out int palette);
            if (range.Start < 0 || _gather.Length + range.LengthBytes > MaxChunkBytes) break;
            _gather.Write(_working.PaletteBytes(palette, range.Start, range.LengthBytes));
            bits &= bits - 1;
        }

        return _gather.WrittenSpan;
    }

    private FrameRange RangeOf(GatewayConnection connection, int slot, out int palette)
    {
        ref readonly LoopEntry entry = ref _working[_slots[slot]];
        bool isPublish = entry.IsForTopic;
        palette = isPublish ? connection.Variant : LoopInbox.DirectPalette;
        return entry.Ranges[isPublish ? connection.Variant : 0];
    }

    private ReadOnlySpan<byte> FrameOf(GatewayConnection connection, int slot)
    {
        FrameRange range = RangeOf(connection, slot, out int palette);
        if (range.Start >= 0) return _working.PaletteBytes(palette, range.Start, range.LengthBytes);
        var apart = (ApartFrames)_working[_slots[slot]].Detail!;
        return apart.ByVariant[connection.Variant];
    }

    /// <summary>The socket took only a part: the frame that was cut is the rest, those behind it wait.</summary>
    private void StallSlow(GatewayConnection connection, ulong bits, int taken)
    {
        if (connection.Outbound.IsBroken)
        {
            Lose(connection);
            return;
        }

        SendQueue queue = Stall(connection);
        for (; bits != 0; bits &= bits - 1)
        {
            int slot = BitOperations.TrailingZeroCount(bits);
            int length = RangeOf(connection, slot, out _).LengthBytes;
            if (taken >= length && length > 0)
            {
                taken -= length;
                continue;
            }

            SharedFrame frame = SharedFrameOf(connection, slot);
            queue.SetRest(frame, taken);
            connection.Outbound.Resume(frame.Array, taken, length - taken);
            EnqueueAll(connection, bits & (bits - 1));
            return;
        }
    }

    private SendQueue Stall(GatewayConnection connection)
    {
        Counters.Stalls++;
        connection.StalledAt = _tick;
        return connection.Queue = new SendQueue();
    }

    private void EnqueueAll(GatewayConnection connection, ulong bits)
    {
        for (; bits != 0 && connection.Phase == ConnectionPhase.Open; bits &= bits - 1)
        {
            int slot = BitOperations.TrailingZeroCount(bits);
            ref readonly LoopEntry entry = ref _working[_slots[slot]];
            Topic? topic = entry.Kind == EntryKind.Publish ? entry.Shard!.Topic : null;
            if (topic is not null && connection.Queue!.IsLagging(topic)) Counters.Dropped++;
            else Enqueue(connection, SharedFrameOf(connection, slot), topic, entry.Key);
        }
    }

    private SharedFrame SharedFrameOf(GatewayConnection connection, int slot)
    {
        _ = RangeOf(connection, slot, out int palette);
        ref SharedFrame? shared = ref _shared[slot * (Variant.Count + 1) + palette];
        if (shared is not null) return shared;
        _hasShared = true;
        return shared = new SharedFrame(FrameOf(connection, slot)).Hold();
    }

    private void ReleaseShared()
    {
        foreach (SharedFrame? frame in _shared) frame?.Release();
        Array.Clear(_shared);
        _hasShared = false;
    }

    /// <summary>Sends bytes that are not in the inbox: a control frame, a notice.</summary>
    private void Send(GatewayConnection connection, ReadOnlySpan<byte> frame)
    {
        if (connection.Queue is { } queue)
        {
            queue.Add(new SharedFrame(frame), null, 0);
            return;
        }

        if (connection.Outbound.TryWrite(frame, out int taken)) return;
        if (connection.Outbound.IsBroken)
        {
            Lose(connection);
            return;
        }

        queue = Stall(connection);
        if (taken == frame.Length) return;
        queue.SetRest(new SharedFrame(frame), taken);
        connection.Outbound.Resume(queue.Rest!.Array, taken, frame.Length - taken);
    }
}
