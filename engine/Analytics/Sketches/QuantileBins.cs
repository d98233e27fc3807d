using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics.Sketches;

/// <summary>
/// Counts by index, next to each other; when there are too many, the lowest ones become one.
/// <code>
/// [ … | c(first) | c(first + 1) | … | c(last) | … ]     c(i) stands at i − offset
/// </code>
/// Invariants: (1) the counts make up the total; (2) first and last have counts, and are less than the bound apart.
/// </summary>
internal sealed class QuantileBins(int maxBins)
{
    private long[] _counts = [];
    private int _offset;
    private int _first;
    private int _last;

    /// <summary>The sum of all counts.</summary>
    public long Total { get; private set; }

    /// <summary>Values <see cref="Save"/> writes.</summary>
    public int Fields => 2 + Span;

    private int Span => Total == 0 ? 0 : _last - _first + 1;

    /// <summary>Adds to a count. O(1) but for growth.</summary>
    public void Add(int index, long count)
    {
        if (Total == 0)
        {
            _first = _last = index;
            if (_counts.Length == 0) _counts = new long[16];
            _offset = index - (_counts.Length / 2);
        }
        else if (index < _first)
        {
            // What lies too deep counts with the lowest that is told apart.
            index = Math.Max(index, _last - maxBins + 1);
            if (index < _first) Reach(index, _last);
        }
        else if (index > _last)
        {
            Raise(index);
        }

        _counts[index - _offset] += count;
        Total += count;
    }

    /// <summary>Adds all counts of another one. O(bins).</summary>
    public void Merge(QuantileBins other)
    {
        if (other.Total == 0) return;
        // From the top, so that what has no room is known at once.
        for (int index = other._last; index >= other._first; index--)
            if (other._counts[index - other._offset] is var count and > 0) Add(index, count);
    }

    /// <summary>The index of the number with so many below it.</summary>
    public int IndexFromBottom(long before)
    {
        for (int index = _first; index < _last; index++)
        {
            before -= _counts[index - _offset];
            if (before < 0) return index;
        }

        return _last;
    }

    /// <summary>The index of the number with so many above it.</summary>
    public int IndexFromTop(long before)
    {
        for (int index = _last; index > _first; index--)
        {
            before -= _counts[index - _offset];
            if (before < 0) return index;
        }

        return _first;
    }

    /// <summary>Forgets everything; keeps its memory.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Total = 0;
    }

    /// <summary>Encodes it.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.Write(Span);
        writer.Write(_first);
        for (int i = 0; i < Span; i++) writer.Write(_counts[_first + i - _offset]);
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote.</summary>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        int span = reader.ReadInt32();
        int first = reader.ReadInt32();
        if (span < 0 || span > maxBins) throw new MessagePackFormatException($"{span} bins.");
        for (int i = 0; i < span; i++)
        {
            long count = reader.ReadInt64();
            if (count < 0 || (count == 0 && (i == 0 || i == span - 1)))
                throw new MessagePackFormatException($"A bin of {count}.");
            if (count > 0) Add(first + i, count);
        }

        if (span == 0) _first = _last = first;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(bins).</summary>
    public void CheckInvariants()
    {
        long total = 0;
        foreach (long count in _counts) total += count;
        if (total != Total) throw new InvalidOperationException($"(1) {total}, not {Total}.");
        if (Total == 0) return;
        bool areUsed = _counts[_first - _offset] > 0 && _counts[_last - _offset] > 0;
        if (!areUsed || Span > maxBins) throw new InvalidOperationException($"(2) From {_first} to {_last}.");
    }

    /// <summary>The highest index grows: what then lies too deep becomes one bin.</summary>
    private void Raise(int last)
    {
        int first = Math.Max(_first, last - maxBins + 1);
        if (first > _first)
        {
            long sunk = 0;
            int end = Math.Min(first, _last + 1);
            for (int index = _first; index < end; index++)
            {
                sunk += _counts[index - _offset];
                _counts[index - _offset] = 0;
            }

            Reach(first, last);
            _counts[first - _offset] += sunk;
            return;
        }

        Reach(first, last);
    }

    private void Reach(int first, int last)
    {
        int needed = last - first + 1;
        if (first < _offset || last >= _offset + _counts.Length)
        {
            long[] old = _counts;
            int oldOffset = _offset;
            int size = Math.Max(_counts.Length, Math.Min(maxBins, Math.Max(needed, 2 * _counts.Length)));
            size = Math.Max(size, needed);
            _counts = new long[size];
            _offset = first - ((size - needed) / 2);
            for (int i = 0; i < old.Length; i++)
                if (old[i] != 0) _counts[oldOffset + i - _offset] = old[i];
        }

        _first = first;
        _last = last;
    }
}
