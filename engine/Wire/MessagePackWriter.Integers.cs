using System.Runtime.CompilerServices;

namespace Catalog.Engine.Wire;

public readonly ref partial struct MessagePackWriter
{
    /// <summary>Writes an unsigned 8-bit integer in one or two bytes.</summary>
    public void Write(byte value) => Write((uint)value);

    /// <summary>Writes an unsigned 16-bit integer in one to three bytes.</summary>
    public void Write(ushort value) => Write((uint)value);

    /// <summary>Writes an unsigned 32-bit integer in one to five bytes.</summary>
    public void Write(uint value)
    {
        if (value <= MessagePackCode.MaxFixInt) WriteByte((byte)value);
        else WriteUInt32Slow(value);
    }

    /// <summary>Writes an unsigned 64-bit integer in one to nine bytes.</summary>
    public void Write(ulong value)
    {
        if (value <= MessagePackCode.MaxFixInt) WriteByte((byte)value);
        else WriteUInt64Slow(value);
    }

    /// <summary>Writes a signed 8-bit integer in one or two bytes.</summary>
    public void Write(sbyte value) => Write((long)value);

    /// <summary>Writes a signed 16-bit integer in one to three bytes.</summary>
    public void Write(short value) => Write((long)value);

    /// <summary>Writes a signed 32-bit integer in one to five bytes.</summary>
    public void Write(int value) => Write((long)value);

    /// <summary>
    /// Writes a signed 64-bit integer in one to nine bytes; unsigned forms carry what is not negative.
    /// </summary>
    public void Write(long value)
    {
        if (value is >= MessagePackCode.MinFixInt and <= MessagePackCode.MaxFixInt) WriteByte((byte)value);
        else if (value > 0) WriteUInt64Slow((ulong)value);
        else WriteNegativeSlow(value);
    }

    private void WriteUInt64Slow(ulong value)
    {
        if (value <= uint.MaxValue) WriteUInt32Slow((uint)value);
        else WriteCode64(MessagePackCode.UInt64, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteUInt32Slow(uint value)
    {
        if (value <= byte.MaxValue) WriteCode8(MessagePackCode.UInt8, (byte)value);
        else if (value <= ushort.MaxValue) WriteCode16(MessagePackCode.UInt16, (ushort)value);
        else WriteCode32(MessagePackCode.UInt32, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteNegativeSlow(long value)
    {
        if (value >= sbyte.MinValue) WriteCode8(MessagePackCode.Int8, (byte)value);
        else if (value >= short.MinValue) WriteCode16(MessagePackCode.Int16, (ushort)value);
        else if (value >= int.MinValue) WriteCode32(MessagePackCode.Int32, (uint)value);
        else WriteCode64(MessagePackCode.Int64, (ulong)value);
    }
}
