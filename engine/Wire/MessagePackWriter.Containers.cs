namespace Catalog.Engine.Wire;

public readonly ref partial struct MessagePackWriter
{
    /// <summary>
    /// Begins an array of <paramref name="count"/> values, which must follow. One, three or five bytes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public void WriteArrayHeader(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count <= MessagePackCode.MaxFixCount) WriteByte((byte)(MessagePackCode.FixArray | count));
        else if (count <= ushort.MaxValue) WriteCode16(MessagePackCode.Array16, (ushort)count);
        else WriteCode32(MessagePackCode.Array32, (uint)count);
    }

    /// <summary>
    /// Begins a map of <paramref name="count"/> pairs: as many times a key and a value must follow. One, three or five
    /// bytes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public void WriteMapHeader(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count <= MessagePackCode.MaxFixCount) WriteByte((byte)(MessagePackCode.FixMap | count));
        else if (count <= ushort.MaxValue) WriteCode16(MessagePackCode.Map16, (ushort)count);
        else WriteCode32(MessagePackCode.Map32, (uint)count);
    }
}
