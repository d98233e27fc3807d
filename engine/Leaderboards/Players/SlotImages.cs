namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// What players' records were at a moment, of those that have changed since: so that all of them can be encoded as of
/// then, a few at a time, while facts go on changing them.
/// <code>
/// numbers  slot ─► number of the image plus one, 0 while the record is what it was
/// images   number ─► what the record was
/// </code>
/// Invariant: as many slots have a number as there are images, each its own.
/// </summary>
/// <remarks>O(1), ending O(players); memory is kept for the next time. Not thread-safe.</remarks>
internal sealed class SlotImages<T>
    where T : unmanaged
{
    private readonly Slab<int> _numbers = new();
    private readonly Slab<T> _images = new();
    private int _end;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>An image.</summary>
    public ref readonly T this[int number] => ref _images[number];

    /// <summary>From now on the first so many records are as they were.</summary>
    public void Begin(int slots)
    {
        End();
        _end = slots;
        if (slots > 0) _numbers.Reach(slots - 1);
    }

    /// <summary>What was kept is not needed any more.</summary>
    public void End()
    {
        _numbers.Clear(_end);
        (_end, Count) = (0, 0);
    }

    /// <summary>Whether a record that is about to change is to be kept as it is.</summary>
    public bool Wants(int slot) => slot < _end && _numbers[slot] == 0;

    /// <summary>Keeps what a record is that is wanted.</summary>
    /// <returns>The image's number.</returns>
    public int Keep(int slot, in T image)
    {
        int number = Count++;
        _numbers[slot] = Count;
        _images.Reach(number);
        _images[number] = image;
        return number;
    }

    /// <summary>The number of the image of what a record was; -1 when it still is that.</summary>
    public int NumberOf(int slot) => _numbers[slot] - 1;
}
