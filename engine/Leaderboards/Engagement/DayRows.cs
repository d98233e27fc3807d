using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>Rows by number, without gaps: days or weeks. Older ones leave when there are too many.</summary>
/// <remarks>O(1), but when the run grows at its beginning. Not thread-safe.</remarks>
internal sealed class DayRows<TRow>(int most)
    where TRow : class, IWireRecord<TRow>, new()
{
    private readonly List<TRow> _rows = [];

    /// <summary>The number of the first row.</summary>
    public int First { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => _rows.Count;

    /// <summary>A row; one that is out of reach is nobody's, and what is done to it is lost.</summary>
    public TRow At(int number)
    {
        if (_rows.Count == 0) First = number;
        while (number < First && _rows.Count < most)
        {
            _rows.Insert(0, new TRow());
            First--;
        }

        while (number >= First + _rows.Count) _rows.Add(new TRow());
        if (_rows.Count > most)
        {
            int excess = _rows.Count - most;
            _rows.RemoveRange(0, excess);
            First += excess;
        }

        return number < First ? new TRow() : _rows[number - First];
    }

    /// <summary>A row there is; null for none.</summary>
    public TRow? Find(int number) => number >= First && number < First + _rows.Count ? _rows[number - First] : null;

    /// <summary>Forgets all.</summary>
    public void Clear() => _rows.Clear();

    /// <summary>Encodes all.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(First);
        WireList.Write(ref writer, _rows);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    public void Read(ref MessagePackReader reader)
    {
        _rows.Clear();
        First = reader.ReadInt32();
        _rows.AddRange(WireList.Read<TRow>(ref reader));
    }
}
