using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The submissions of late and their answers, so that repeating one gives its first answer: the last 1,048,576 of a
/// mode, or those of 24 hours when these are fewer. The core's own table of keys is not used for submissions: it
/// refuses what it has no room to remember, and at thousands a second it would have none.
/// <code>
/// index    id → number of its entry
/// entries  ring, oldest first: head .. tail
/// </code>
/// </summary>
/// <remarks>O(1), nothing allocated once the ring has its working size. Owned by the mode's shard.</remarks>
internal sealed class RecentSubmissions
{
    /// <summary>The most that are remembered.</summary>
    public const int MaxCount = 1 << 20;

    private const int FieldCount = 9;
    private const long KeptMs = BoardCalendar.DayMs;

    private readonly Dictionary<ulong, long> _index = [];
    private Entry[] _entries = new Entry[16];
    private long _head;
    private long _tail;

    /// <summary>How many are remembered.</summary>
    public int Count => (int)(_tail - _head);

    /// <summary>Looks a submission up. O(1).</summary>
    /// <param name="id">Its id.</param>
    /// <param name="payloadHash">What it says now.</param>
    /// <param name="nowMs">The time of asking.</param>
    /// <param name="answer">The first answer, or that its id was used for another.</param>
    /// <returns>Whether it is known.</returns>
    public bool TryFind(ulong id, ulong payloadHash, long nowMs, out SubmitResult answer)
    {
        answer = default;
        if (!_index.TryGetValue(id, out long number)) return false;
        ref Entry entry = ref At(number);
        if (entry.TimeMs + KeptMs <= nowMs) return false;
        answer = entry.PayloadHash == payloadHash
            ? entry.Answer
            : new SubmitResult(BoardCode.SubmissionReused, default, 0, 0, 0, false);
        return true;
    }

    /// <summary>Remembers an answer. O(1) amortised.</summary>
    public void Add(ulong id, ulong payloadHash, long timeMs, in SubmitResult answer)
    {
        while (_head < _tail && (At(_head).TimeMs + KeptMs <= timeMs || _tail - _head == MaxCount)) DropOldest();
        if (_tail - _head == _entries.Length) GrowSlow();
        At(_tail) = new Entry { Id = id, PayloadHash = payloadHash, TimeMs = timeMs, Answer = answer };
        _index[id] = _tail++;
    }

    /// <summary>Encodes them from the oldest on. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Count);
        for (long number = _head; number < _tail; number++)
        {
            ref Entry entry = ref At(number);
            writer.WriteArrayHeader(FieldCount);
            writer.Write(entry.Id);
            writer.Write(entry.PayloadHash);
            writer.Write(entry.TimeMs);
            writer.Write((byte)entry.Answer.Code);
            writer.Write((byte)entry.Answer.Reasons);
            writer.Write(entry.Answer.Total);
            writer.Write(entry.Answer.Rank);
            writer.Write(entry.Answer.OldRank);
            writer.Write(entry.Answer.IsPersonalBest);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty table. O(n).</summary>
    public void Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            int further = WireFields.Begin(ref reader, FieldCount);
            ulong id = reader.ReadUInt64(), payloadHash = reader.ReadUInt64();
            long timeMs = reader.ReadInt64();
            var answer = new SubmitResult(
                (BoardCode)reader.ReadByte(),
                (CheatReasons)reader.ReadByte(),
                reader.ReadInt64(),
                reader.ReadInt64(),
                reader.ReadInt64(),
                reader.ReadBoolean());
            Add(id, payloadHash, timeMs, in answer);
            WireFields.End(ref reader, further);
        }
    }

    private ref Entry At(long number) => ref _entries[number & (_entries.Length - 1)];

    private void DropOldest()
    {
        ulong id = At(_head).Id;
        if (_index.TryGetValue(id, out long number) && number == _head) _index.Remove(id);
        _head++;
    }

    private void GrowSlow()
    {
        var grown = new Entry[_entries.Length * 2];
        for (long number = _head; number < _tail; number++) grown[number & (grown.Length - 1)] = At(number);
        _entries = grown;
    }

    // mutable: entries are written in place in the ring.
    private struct Entry
    {
        public ulong Id;
        public ulong PayloadHash;
        public long TimeMs;
        public SubmitResult Answer;
    }
}
