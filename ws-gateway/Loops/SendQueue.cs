using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

/// <summary>
/// What waits for a stalled connection: the rest of the frame that was cut, and whole frames behind it, bounded in
/// bytes
/// by the one who fills it. Exists only while the connection is stalled.
/// </summary>
/// <remarks>
/// <code>
///   Rest [.....■■■]   handed to the socket: cannot be taken back any more
///   _ring  2, 4, 8 … slots: frame · topic · key, first in first out; a slot without a frame was taken back
///   _latest  (topic, key) → number of the slot that holds it, for topics that keep the latest
/// </code>
/// Invariants: (1) SizeBytes is the sum of the frames in the ring; (2) at most one slot a topic and key is in _latest,
/// and it holds a frame; (3) slots without a frame are never more than half of a full ring: it is packed before it
/// grows, so a client that never reads cannot make it long. Costs O(1), amortised. Belongs to one loop.
/// </remarks>
internal sealed class SendQueue
{
    private QueuedFrame[] _ring = new QueuedFrame[2];
    private Dictionary<(Topic Topic, long Key), long>? _latest;
    private long _head;
    private int _count;
    private int _emptyCount;

    /// <summary>Bytes of the frames that can still be taken back.</summary>
    internal int SizeBytes { get; private set; }

    /// <summary>The frame being sent, from <see cref="RestStart"/> on; null when none was cut.</summary>
    internal SharedFrame? Rest { get; private set; }

    internal int RestStart { get; set; }

    /// <summary>Topics whose messages are left out until everything has been sent.</summary>
    internal List<Topic>? Lagging { get; private set; }

    internal bool IsEmpty => _count == _emptyCount;

    internal void SetRest(SharedFrame? frame, int start)
    {
        Rest?.Release();
        (Rest, RestStart) = (frame?.Hold(), start);
    }

    internal void Add(SharedFrame frame, Topic? topic, long key)
    {
        if (_count == _ring.Length) Grow();
        long number = _head + _count++;
        _ring[SlotOf(number)] = new QueuedFrame(frame.Hold(), topic, key);
        SizeBytes += frame.LengthBytes;
        if (topic is { Options.SlowConsumer: SlowConsumerPolicy.KeepLatest })
            (_latest ??= [])[(topic, key)] = number;
    }

    /// <summary>Takes back the waiting message of this key.</summary>
    internal bool TryDropLatest(Topic topic, long key)
    {
        if (_latest is null || !_latest.Remove((topic, key), out long number)) return false;
        Empty(number);
        return true;
    }

    /// <summary>Takes back the topic's oldest waiting message. O(waiting) at worst.</summary>
    internal bool TryDropOldest(Topic topic)
    {
        for (int i = 0; i < _count; i++)
        {
            QueuedFrame queued = _ring[SlotOf(_head + i)];
            if (queued.Frame is null || queued.Topic != topic) continue;
            _latest?.Remove((topic, queued.Key));
            Empty(_head + i);
            return true;
        }

        return false;
    }

    /// <summary>
    /// Takes back whatever waits of the topic and leaves out what comes; returns how many were taken back.
    /// </summary>
    internal int Lag(Topic topic)
    {
        int count = 0;
        while (TryDropOldest(topic)) count++;
        (Lagging ??= []).Add(topic);
        return count;
    }

    internal bool IsLagging(Topic topic) => Lagging is { } topics && topics.Contains(topic);

    /// <summary>
    /// Copies waiting frames, in order, up to <paramref name="maxBytes"/>; at least one, if any waits.
    /// </summary>
    internal void Gather(ByteBuffer target, int maxBytes)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_ring[SlotOf(_head + i)].Frame is not { } frame) continue;
            if (target.Length > 0 && target.Length + frame.LengthBytes > maxBytes) return;
            target.Write(frame.Span);
        }
    }

    /// <summary>
    /// Removes what was written of what <see cref="Gather"/> copied; a frame that was cut becomes the rest.
    /// </summary>
    /// <param name="takenBytes">How many bytes were written.</param>
    /// <param name="needsRest">The next frame becomes the rest even if nothing of it was written.</param>
    internal void Take(int takenBytes, bool needsRest)
    {
        while (Peek() is { } frame)
        {
            if (takenBytes < frame.LengthBytes)
            {
                if (takenBytes == 0 && !needsRest) return;
                SetRest(frame, takenBytes);
                Pop();
                frame.Release();
                return;
            }

            takenBytes -= frame.LengthBytes;
            Pop();
            frame.Release();
            if (takenBytes == 0 && !needsRest) return;
        }
    }

    /// <summary>The next frame, which stays; null when none waits.</summary>
    private SharedFrame? Peek()
    {
        while (_count > 0)
        {
            if (_ring[SlotOf(_head)].Frame is { } frame) return frame;
            _ring[SlotOf(_head)] = default;
            (_head, _count, _emptyCount) = (_head + 1, _count - 1, _emptyCount - 1);
        }

        return null;
    }

    /// <summary>Removes the next frame; the caller releases it.</summary>
    private void Pop()
    {
        QueuedFrame queued = _ring[SlotOf(_head)];
        if (queued.Topic is { } topic && _latest is not null && _latest.TryGetValue((topic, queued.Key), out long last)
            && last == _head)
            _latest.Remove((topic, queued.Key));
        SizeBytes -= queued.Frame!.LengthBytes;
        _ring[SlotOf(_head)] = default;
        (_head, _count) = (_head + 1, _count - 1);
    }

    /// <summary>Gives everything up.</summary>
    internal void Clear()
    {
        while (Peek() is { } frame)
        {
            Pop();
            frame.Release();
        }

        Lagging = null;
    }

    /// <summary>Throws unless the numbered invariants hold.</summary>
    internal void CheckInvariants()
    {
        long size = 0;
        int empty = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_ring[SlotOf(_head + i)].Frame is { } frame) size += frame.LengthBytes;
            else empty++;
        }

        if (size != SizeBytes) throw new InvalidOperationException("1: the size is wrong");
        if (empty != _emptyCount) throw new InvalidOperationException("3: the count of empty slots is wrong");
        foreach (((Topic topic, long key), long number) in _latest ?? [])
            if (_ring[SlotOf(number)] is not { Frame: not null } kept || kept.Topic != topic || kept.Key != key)
                throw new InvalidOperationException("2: the latest is not where it should be");
    }

    private int SlotOf(long number) => (int)(number & (_ring.Length - 1));

    private void Empty(long number)
    {
        ref QueuedFrame slot = ref _ring[SlotOf(number)];
        SizeBytes -= slot.Frame!.LengthBytes;
        slot.Frame.Release();
        slot = default;
        _emptyCount++;
    }

    /// <summary>Packs the ring, into one of twice the size unless half of it is empty.</summary>
    private void Grow()
    {
        QueuedFrame[] old = _ring;
        var fresh = new QueuedFrame[2 * _emptyCount >= old.Length ? old.Length : 2 * old.Length];
        int kept = 0;
        _latest?.Clear();
        for (int i = 0; i < _count; i++)
        {
            QueuedFrame queued = old[(int)((_head + i) & (old.Length - 1))];
            if (queued.Frame is null) continue;
            if (queued.Topic is { Options.SlowConsumer: SlowConsumerPolicy.KeepLatest } topic)
                _latest![(topic, queued.Key)] = kept;
            fresh[kept++] = queued;
        }

        (_ring, _head, _count, _emptyCount) = (fresh, 0, kept, 0);
    }
}
