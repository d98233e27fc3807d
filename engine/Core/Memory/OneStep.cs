using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Catalog.Engine.Core.Memory;

/// <summary>
/// Moves short runs of structs by one place. Where source and target overlap, which here they always do,
/// <see cref="Span{T}.CopyTo"/> calls the C library, and the call costs more than the move. O(count), 0 B.
/// </summary>
/// <remarks>
/// Safety: all that is read and written lies in the span, whose bounds are checked first; every byte is read before
/// something is written over it.
/// </remarks>
internal static class OneStep
{
    /// <summary>Moves the structs from one place up to another, not included, one place up.</summary>
    public static void Up<T>(Span<T> span, int from, int end)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)from, (uint)end);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)end, (uint)span.Length);
        ref byte source = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(span), from));
        int size = Unsafe.SizeOf<T>();
        Move(ref source, ref Unsafe.AddByteOffset(ref source, (nint)size), (end - from) * size);
    }

    /// <summary>Moves the structs from one place up to another, not included, one place down.</summary>
    public static void Down<T>(Span<T> span, int from, int end)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)from, (uint)end);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)end, (uint)span.Length);
        ref byte source = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(span), from));
        int size = Unsafe.SizeOf<T>();
        Move(ref source, ref Unsafe.AddByteOffset(ref source, -(nint)size), (end - from) * size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(ref byte source, ref byte target, int sizeBytes)
    {
        if (sizeBytes >= Vector256<byte>.Count) MoveLong(ref source, ref target, sizeBytes);
        else MoveShort(ref source, ref target, sizeBytes);
    }

    // What would be written over by the other vectors is read first, and written last.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveLong(ref byte source, ref byte target, int sizeBytes)
    {
        int size = Vector256<byte>.Count, last = sizeBytes - size;
        Vector256<byte> rest;
        if (Unsafe.IsAddressGreaterThan(ref target, ref source))
        {
            rest = Vector256.LoadUnsafe(ref source);
            for (int at = last; at > 0; at -= size)
                Vector256.LoadUnsafe(ref source, (nuint)at).StoreUnsafe(ref target, (nuint)at);
            rest.StoreUnsafe(ref target);
            return;
        }

        rest = Vector256.LoadUnsafe(ref source, (nuint)last);
        for (int at = 0; at < last; at += size)
            Vector256.LoadUnsafe(ref source, (nuint)at).StoreUnsafe(ref target, (nuint)at);
        rest.StoreUnsafe(ref target, (nuint)last);
    }

    // Two overlapping halves, both read before one is written.
    private static void MoveShort(ref byte source, ref byte target, int sizeBytes)
    {
        if (sizeBytes >= Vector128<byte>.Count)
        {
            nuint last = (nuint)(sizeBytes - Vector128<byte>.Count);
            var (front, back) = (Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, last));
            front.StoreUnsafe(ref target);
            back.StoreUnsafe(ref target, last);
        }
        else if (sizeBytes >= sizeof(ulong))
        {
            MoveHalves<ulong>(ref source, ref target, sizeBytes - sizeof(ulong));
        }
        else if (sizeBytes >= sizeof(uint))
        {
            MoveHalves<uint>(ref source, ref target, sizeBytes - sizeof(uint));
        }
        else
        {
            Debug.Assert(sizeBytes >= 0, "Bounds were checked.");
            MemoryMarshal.CreateSpan(ref source, sizeBytes).CopyTo(MemoryMarshal.CreateSpan(ref target, sizeBytes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveHalves<T>(ref byte source, ref byte target, int last)
        where T : unmanaged
    {
        T front = Unsafe.ReadUnaligned<T>(ref source);
        T back = Unsafe.ReadUnaligned<T>(ref Unsafe.AddByteOffset(ref source, (nint)last));
        Unsafe.WriteUnaligned(ref target, front);
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref target, (nint)last), back);
    }
}
