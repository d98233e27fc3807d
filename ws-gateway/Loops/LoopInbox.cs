using Catalog.Engine.Core.Memory;

namespace Catalog.WsGateway.Loops;

/// <summary>
/// What was asked of a loop since it last looked: entries, and their bytes one after the other. Two of them take turns.
/// Not thread-safe; the loop's gate guards the one that fills.
/// </summary>
internal sealed class LoopInbox
{
    /// <summary>The palette of frames for one connection, behind those of the variants.</summary>
    internal const int DirectPalette = Variant.Count;

    private const int MaxKeptBytes = 4 * 1024 * 1024;
    private const int MaxKeptEntries = 16 * 1024;

    private readonly ByteBuffer[] _palettes = new ByteBuffer[Variant.Count + 1];
    private LoopEntry[] _entries = new LoopEntry[64];

    internal LoopInbox()
    {
        for (int i = 0; i < _palettes.Length; i++) _palettes[i] = new ByteBuffer(1024);
    }

    internal int Count { get; private set; }

    /// <summary>Bytes held, in palettes and apart.</summary>
    internal long SizeBytes { get; private set; }

    internal ref readonly LoopEntry this[int index] => ref _entries[index];

    internal ReadOnlySpan<byte> PaletteBytes(int palette, int start, int lengthBytes) =>
        _palettes[palette].WrittenSpan.Slice(start, lengthBytes);

    internal void Add(in LoopEntry entry)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, 2 * Count);
        _entries[Count++] = entry;
    }

    /// <summary>Copies a frame to the end of a palette.</summary>
    internal FrameRange Append(int palette, ReadOnlySpan<byte> frame)
    {
        ByteBuffer bytes = _palettes[palette];
        var range = new FrameRange(bytes.Length, frame.Length);
        bytes.Write(frame);
        SizeBytes += frame.Length;
        return range;
    }

    /// <summary>Counts a frame that lies in an array of its own.</summary>
    internal FrameRange AddApart(int lengthBytes)
    {
        SizeBytes += lengthBytes;
        return new FrameRange(FrameRange.Apart, lengthBytes);
    }

    /// <summary>Empties it and keeps its memory, unless a burst made that large.</summary>
    internal void Clear()
    {
        for (int i = 0; i < _palettes.Length; i++)
        {
            if (_palettes[i].Capacity > MaxKeptBytes) _palettes[i] = new ByteBuffer(1024);
            else _palettes[i].Clear();
        }

        if (_entries.Length > MaxKeptEntries) _entries = new LoopEntry[64];
        else Array.Clear(_entries, 0, Count);
        (Count, SizeBytes) = (0, 0);
    }
}
