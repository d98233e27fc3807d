namespace Catalog.Engine.Core.Memory;

/// <summary>
/// Bytes of which there may be many, encoded once and copied on later: in pieces that are cut between two values.
/// </summary>
/// <remarks>Appending is O(bytes); memory is kept for the next time. Not thread-safe.</remarks>
internal sealed class BytePieces
{
    private const int PieceBytes = 1024 * 1024;
    private const int FirstBytes = 4 * 1024;
    private readonly List<(byte[] Bytes, int Length)> _full = [];
    private readonly Stack<byte[]> _spares = [];

    public BytePieces() => Buffer = new ByteBuffer(FirstBytes) { Full = Cut, LimitBytes = PieceBytes };

    /// <summary>Where values are appended.</summary>
    public ByteBuffer Buffer { get; }

    /// <summary>How many pieces there are.</summary>
    public int Count => _full.Count + 1;

    /// <summary>A piece.</summary>
    public ReadOnlySpan<byte> this[int index] => index < _full.Count
        ? _full[index].Bytes.AsSpan(0, _full[index].Length)
        : Buffer.WrittenSpan;

    /// <summary>Forgets the bytes and keeps the memory.</summary>
    public void Clear()
    {
        foreach ((byte[] bytes, _) in _full) _spares.Push(bytes);
        _full.Clear();
        Buffer.Clear();
    }

    private void Cut(int neededBytes)
    {
        int length = Buffer.Length;
        byte[]? array = null;
        if (neededBytes > PieceBytes || !_spares.TryPop(out array))
            array = GC.AllocateUninitializedArray<byte>(Math.Max(PieceBytes, neededBytes));
        _full.Add((Buffer.Swap(array), length));
    }
}
