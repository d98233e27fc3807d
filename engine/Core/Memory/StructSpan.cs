using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Catalog.Engine.Core.Memory;

/// <summary>Views of the numbers a struct is made of: those live in registers, an array does not.</summary>
internal static class StructSpan
{
    /// <summary>
    /// The 16-bit parts of adjacent 64-bit fields, lowest first on the little-endian machines .NET runs on. O(1).
    /// </summary>
    /// <remarks>
    /// Safety: the fields lie behind each other in a struct of sequential layout, <paramref name="count"/> is at most
    /// four times their number, and the result lives no longer than the reference.
    /// </remarks>
    public static ReadOnlySpan<ushort> Of(ref readonly ulong first, int count) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<ulong, ushort>(ref Unsafe.AsRef(in first)), count);

    /// <summary>The bytes of structs, lowest first on the little-endian machines .NET runs on. O(1).</summary>
    /// <remarks>
    /// Safety: every field is there without gaps between them (packed), or bytes without meaning would be seen.
    /// </remarks>
    public static ReadOnlySpan<byte> BytesOf<T>(ReadOnlySpan<T> structs)
        where T : unmanaged => MemoryMarshal.AsBytes(structs);

    /// <summary>The bytes of structs, to be filled: whatever they are filled with is a value. O(1).</summary>
    /// <remarks>Safety: all patterns of bits are values of the fields' types, as they are of numbers.</remarks>
    public static Span<byte> BytesOf<T>(Span<T> structs)
        where T : unmanaged => MemoryMarshal.AsBytes(structs);
}
