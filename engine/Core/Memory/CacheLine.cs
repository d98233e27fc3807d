using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Catalog.Engine.Core.Memory;

/// <summary>What can be asked of the processor's cache. O(1), allocates nothing, thread-safe.</summary>
internal static class CacheLine
{
    /// <summary>Has the line a value stands on fetched, without waiting for it.</summary>
    /// <remarks>
    /// Safety: a prefetch reads and writes nothing a program can see and never faults; should the collector move the
    /// value in between, a line is fetched in vain.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T target)
        where T : unmanaged
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref target));
        else _ = Volatile.Read(ref Unsafe.As<T, byte>(ref target));
    }

    /// <summary>As <see cref="Prefetch"/> for every line of a value of three lines at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void PrefetchWhole<T>(ref T target)
        where T : unmanaged
    {
        const int Size = 64;
        Prefetch(ref target);
        if (sizeof(T) > Size) Prefetch(ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref target), Size));
        if (sizeof(T) > 1) Prefetch(ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref target), sizeof(T) - 1));
    }
}
