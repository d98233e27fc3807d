using System.Diagnostics;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Idempotency;

/// <summary>
/// What a partition remembers of the keyed operations it carried out: key → payload digest, state, stored answer. It is
/// changed only by applying <c>IdempotencyRecorded</c>, which is durable together with the operation's effect, so a
/// repeated operation is either wholly known or wholly new.
/// <code>
/// index   digest → sequence number of its entry
/// entries ring, oldest first: [digest | payload hash | expiry | state | answer at, length]   (head .. tail)
/// answers ring of bytes, in the order of the entries
/// </code>
/// Invariants: (1) every live entry is in the index under its digest; (2) expiries never decrease from head to tail;
/// (3) the index has no other keys; (4) answers of live entries do not overlap.
/// </summary>
/// <remarks>
/// Look-ups and insertions are O(1) amortised and allocate nothing once the rings have their working size. Bounded:
/// <see cref="IsFull"/> is asked before an operation is decided. Not thread-safe: owned by the partition's shard.
/// The contract follows the IETF draft "The Idempotency-Key HTTP Header Field".
/// </remarks>
public sealed class IdempotencyTable
{
    /// <summary>How long a key is remembered: 24 hours, in milliseconds.</summary>
    public const long RetentionMs = 24L * 60 * 60 * 1000;

    /// <summary>Most keys one partition remembers at once.</summary>
    public const int MaxEntries = 1 << 20;

    private readonly Dictionary<UInt128, long> _index = [];
    private Entry[] _entries = new Entry[8];
    private byte[] _answers = new byte[256];
    private long _head;
    private long _tail;
    private long _answerTail;

    // The oldest entry's, here because it lies far from the newest: asking it is a cold read of memory a command.
    private long _oldestExpiryMs = long.MaxValue;
    private long _oldestAnswerAt;

    /// <summary>Number of keys remembered, those past their time but not yet dropped included.</summary>
    public int Count => _index.Count;

    /// <summary>Whether no further key can be remembered at <paramref name="nowMs"/>.</summary>
    public bool IsFull(long nowMs) => _tail - _head >= MaxEntries && _oldestExpiryMs > nowMs;

    private ref Entry Oldest => ref _entries[_head & (_entries.Length - 1)];

    /// <summary>Looks a key up. O(1).</summary>
    /// <param name="key">The key and the payload's digest.</param>
    /// <param name="nowMs">The time of asking.</param>
    /// <param name="answer">The stored answer when the state is <see cref="IdempotencyState.Answered"/>.</param>
    public IdempotencyState Find(in IdempotencyKey key, long nowMs, out ReadOnlySpan<byte> answer)
    {
        answer = default;
        if (!_index.TryGetValue(key.Digest, out long sequence)) return IdempotencyState.Unknown;
        ref Entry entry = ref _entries[sequence & (_entries.Length - 1)];
        if (entry.ExpiryMs <= nowMs) return IdempotencyState.Unknown;
        if (entry.PayloadHash != key.PayloadHash) return IdempotencyState.OtherPayload;
        if (!entry.IsAnswered) return IdempotencyState.Running;
        answer = AnswerOf(in entry);
        return IdempotencyState.Answered;
    }

    /// <summary>Remembers that an operation began or was answered. O(1) amortised.</summary>
    internal void Record(in IdempotencyKey key, bool isAnswered, ReadOnlySpan<byte> answer, long timeMs)
    {
        DropExpired(timeMs);
        Debug.Assert(_tail - _head < MaxEntries, "the shard asks IsFull first");
        if (_tail - _head == _entries.Length) GrowEntries();
        long answerAt = ReserveAnswer(answer.Length);
        answer.CopyTo(_answers.AsSpan((int)(answerAt % _answers.Length)));
        _entries[_tail & (_entries.Length - 1)] = new Entry
        {
            Digest = key.Digest,
            PayloadHash = key.PayloadHash,
            ExpiryMs = timeMs + RetentionMs,
            AnswerAt = answerAt,
            AnswerLength = answer.Length,
            IsAnswered = isAnswered,
        };
        _index[key.Digest] = _tail++;
        if (_tail - _head == 1) LookAtOldest();
    }

    /// <summary>Encodes the table: the live entries from the oldest on.</summary>
    internal void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_index.Count);
        for (long sequence = _head; sequence < _tail; sequence++)
        {
            ref Entry entry = ref _entries[sequence & (_entries.Length - 1)];
            if (!IsLive(in entry, sequence)) continue;
            writer.WriteArrayHeader(6);
            writer.Write((ulong)(entry.Digest >> 64));
            writer.Write((ulong)entry.Digest);
            writer.Write(entry.PayloadHash);
            writer.Write(entry.ExpiryMs);
            writer.Write(entry.IsAnswered);
            writer.WriteBinary(AnswerOf(in entry));
        }
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    internal static IdempotencyTable Load(ref MessagePackReader reader)
    {
        var table = new IdempotencyTable();
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            reader.ReadArrayHeader();
            var key = new IdempotencyKey(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64());
            long expiryMs = reader.ReadInt64();
            bool isAnswered = reader.ReadBoolean();
            table.Record(in key, isAnswered, reader.ReadBinary(), expiryMs - RetentionMs);
        }

        return table;
    }

    /// <summary>Throws unless every numbered invariant holds. O(n).</summary>
    /// <exception cref="InvalidOperationException">One does not.</exception>
    public void CheckInvariants()
    {
        int live = 0;
        long expiryMs = long.MinValue;
        for (long sequence = _head; sequence < _tail; sequence++)
        {
            ref Entry entry = ref _entries[sequence & (_entries.Length - 1)];
            if (IsLive(in entry, sequence)) live++;
            if (entry.ExpiryMs < expiryMs) throw new InvalidOperationException("(2) expiries decrease");
            expiryMs = entry.ExpiryMs;
        }

        if (_oldestExpiryMs != (_head == _tail ? long.MaxValue : Oldest.ExpiryMs))
            throw new InvalidOperationException("(2) the oldest is another");
        if (live != _index.Count) throw new InvalidOperationException($"(1,3) {live} live, {_index.Count} indexed");
    }

    private ReadOnlySpan<byte> AnswerOf(in Entry entry) =>
        _answers.AsSpan((int)(entry.AnswerAt % _answers.Length), entry.AnswerLength);

    private bool IsLive(in Entry entry, long sequence) =>
        _index.TryGetValue(entry.Digest, out long current) && current == sequence;

    private void DropExpired(long nowMs)
    {
        while (_oldestExpiryMs <= nowMs)
        {
            if (IsLive(in Oldest, _head)) _index.Remove(Oldest.Digest);
            _head++;
            LookAtOldest();
        }
    }

    private void LookAtOldest()
    {
        _oldestExpiryMs = _head == _tail ? long.MaxValue : Oldest.ExpiryMs;
        _oldestAnswerAt = _head == _tail ? 0 : Oldest.AnswerAt;
    }

    /// <summary>
    /// Finds room for an answer on the tape, never across the ring's seam, growing the ring when there is none.
    /// </summary>
    private long ReserveAnswer(int length)
    {
        long start = _answerTail;
        int toSeam = _answers.Length - (int)(start % _answers.Length);
        if (length > toSeam) start += toSeam;
        long oldest = _head == _tail ? start : _oldestAnswerAt;
        if (start + length - oldest > _answers.Length)
        {
            GrowAnswers(length);
            return ReserveAnswer(length);
        }

        _answerTail = start + length;
        return start;
    }

    private void GrowEntries()
    {
        var grown = new Entry[_entries.Length * 2];
        for (long sequence = _head; sequence < _tail; sequence++)
            grown[sequence & (grown.Length - 1)] = _entries[sequence & (_entries.Length - 1)];
        _entries = grown;
    }

    private void GrowAnswers(int length)
    {
        var grown = new byte[Math.Max(_answers.Length * 2, 2 * length)];
        int at = 0;
        for (long sequence = _head; sequence < _tail; sequence++)
        {
            ref Entry entry = ref _entries[sequence & (_entries.Length - 1)];
            AnswerOf(in entry).CopyTo(grown.AsSpan(at));
            entry.AnswerAt = at;
            at += entry.AnswerLength;
        }

        _answers = grown;
        _answerTail = at;
        LookAtOldest();
    }

    // mutable: entries are written in place in the ring.
    private struct Entry
    {
        public UInt128 Digest;
        public ulong PayloadHash;
        public long ExpiryMs;
        public long AnswerAt;
        public int AnswerLength;
        public bool IsAnswered;
    }
}
