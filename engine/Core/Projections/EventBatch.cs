using System.Diagnostics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// Facts read from the journal and held, so that they can be applied to several models without reading the disk while
/// a model's readers wait.
/// <code>
/// headers  [ 0 | 1 | 2 | … ]
/// ends     [ e0| e1| e2| … ]   payload i is bytes e(i−1) .. e(i)
/// bytes    [ payload 0 payload 1 payload 2 … ]
/// </code>
/// Invariants: (1) positions grow; (2) ends do not shrink, and the last is the number of bytes; (3) every fact lies
/// before <see cref="EndPosition"/>.
/// </summary>
/// <remarks>
/// Filling costs O(bytes); nothing is allocated once the payload buffer has its working size. Not thread-safe.
/// </remarks>
internal sealed class EventBatch
{
    private readonly EventHeader[] _headers;
    private readonly int[] _ends;
    private readonly int _maxBytes;
    private readonly ByteBuffer _bytes = new(4 * 1024);

    /// <summary>Makes a batch for so many facts, and so many payload bytes beside those of the last one.</summary>
    public EventBatch(int maxEvents, int maxBytes)
    {
        _headers = new EventHeader[maxEvents];
        _ends = new int[maxEvents];
        _maxBytes = maxBytes;
    }

    /// <summary>Number of facts.</summary>
    public int Count { get; private set; }

    /// <summary>Everything before this position is in this batch or an earlier one.</summary>
    public long EndPosition { get; private set; }

    /// <summary>The header of a fact.</summary>
    public ref readonly EventHeader Header(int index) => ref _headers[index];

    /// <summary>The payload of a fact, valid until the next <see cref="Fill"/>.</summary>
    public ReadOnlySpan<byte> Payload(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _bytes.WrittenSpan[start.._ends[index]];
    }

    /// <summary>Replaces the content by what the reader has next.</summary>
    public void Fill(IJournal journal, JournalReader reader)
    {
        Count = 0;
        _bytes.Clear();
        while (Count < _headers.Length && _bytes.Length < _maxBytes)
        {
            long committed = journal.CommittedPosition;
            if (!reader.TryRead(out _headers[Count], out ReadOnlySpan<byte> payload))
            {
                // Nothing was left before what was committed when we looked: commit markers are done too.
                EndPosition = Math.Max(committed, reader.Position);
                return;
            }

            _bytes.Write(payload);
            _ends[Count++] = _bytes.Length;
            EndPosition = reader.Position;
        }

        Debug.Assert(Count > 0, "There is room for at least one fact.");
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(facts).</summary>
    public void CheckInvariants()
    {
        for (int i = 1; i < Count; i++)
        {
            if (_headers[i].Position <= _headers[i - 1].Position) throw new InvalidOperationException($"(1) Fact {i}.");
            if (_ends[i] < _ends[i - 1]) throw new InvalidOperationException($"(2) Fact {i}.");
        }

        if (Count == 0) return;
        if (_ends[Count - 1] != _bytes.Length) throw new InvalidOperationException($"(2) {_bytes.Length} bytes.");
        if (_headers[Count - 1].Position >= EndPosition)
            throw new InvalidOperationException($"(3) A fact lies behind {EndPosition}.");
    }
}
