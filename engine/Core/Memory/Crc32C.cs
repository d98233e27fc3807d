using System.Buffers.Binary;
using System.Numerics;

namespace Catalog.Engine.Core.Memory;

/// <summary>
/// CRC-32C (Castagnoli), as in RFC 3720 appendix B.4: eight bytes an instruction where the CPU has it. O(bytes),
/// allocates nothing, thread-safe.
/// </summary>
public static class Crc32C
{
    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>The checksum of what <paramref name="crc"/> is the checksum of, and more bytes behind it.</summary>
    /// <param name="crc">The checksum so far; 0 for nothing so far.</param>
    /// <param name="bytes">What comes next.</param>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes) => ~AppendRaw(~crc, bytes);

    /// <summary>
    /// Carries the register itself on, begun at <see cref="uint.MaxValue"/> and inverted at the end.
    /// </summary>
    internal static uint AppendRaw(uint register, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte b in bytes) register = BitOperations.Crc32C(register, b);
        return register;
    }
}
