namespace Catalog.Engine.Wire;

public ref partial struct MessagePackReader
{
    /// <summary>
    /// The deepest nesting of arrays and maps that <see cref="Skip"/> follows: more than any document of ours, and
    /// little enough that bytes from anywhere cannot exhaust the stack.
    /// </summary>
    public const int MaxDepth = 128;

    /// <summary>
    /// Reads the next value, whatever it is, with everything inside it. O(its length); allocates nothing.
    /// </summary>
    /// <exception cref="MessagePackFormatException">
    /// The value is not well-formed or nested deeper than <see cref="MaxDepth"/>.
    /// </exception>
    public void Skip()
    {
        int start = _position;
        try
        {
            SkipValue(depth: 0);
        }
        catch (MessagePackFormatException)
        {
            _position = start;
            throw;
        }
    }

    /// <summary>Reads the next value with everything inside it as a slice of the input. O(its length).</summary>
    /// <exception cref="MessagePackFormatException">
    /// The value is not well-formed or nested deeper than <see cref="MaxDepth"/>.
    /// </exception>
    public ReadOnlySpan<byte> ReadRaw()
    {
        PeekCode();
        int start = _position;
        long left = LeftInPieces;
        Skip();
        if (LeftInPieces != left) throw new MessagePackFormatException("A value to be sliced lies in several pieces.");
        return _bytes[start.._position];
    }

    private void SkipValue(int depth)
    {
        switch (PeekType())
        {
            case MessagePackType.Array:
                SkipMany(ReadArrayHeader(), depth + 1);
                break;
            case MessagePackType.Map:
                SkipMany(2L * ReadMapHeader(), depth + 1);
                break;
            case MessagePackType.String:
                ReadUtf8();
                break;
            case MessagePackType.Binary:
                ReadBinary();
                break;
            case MessagePackType.Extension:
                ReadExtension(out _);
                break;
            case MessagePackType.Nil or MessagePackType.Boolean:
                _position++;
                break;
            default:
                ReadDouble();
                break;
        }
    }

    private void SkipMany(long count, int depth)
    {
        if (depth > MaxDepth) ThrowTooDeep();
        for (long i = 0; i < count; i++) SkipValue(depth);
    }
}
