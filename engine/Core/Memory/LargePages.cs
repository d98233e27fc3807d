using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Catalog.Engine.Core.Memory;

/// <summary>
/// Memory that never moves and lies in pages of 2 MiB where the operating system has them. Whoever reads at random in
/// some hundred megabytes otherwise waits twice: for where the page lies, and for what is on it.
/// </summary>
/// <remarks>
/// Arrays of the pinned heap are allocated one behind the other. When one ends behind the end of a large page, that is
/// full, and Linux (6.1 on) is asked to join its 512 small pages: it copies them, 5 to 9 ms. Where it does not know
/// how, or has no large page free, all stays as it was. Safe from any thread.
/// <para>Source: madvise(2), <c>MADV_COLLAPSE</c>.</para>
/// </remarks>
internal static partial class LargePages
{
    private const int SizeBytes = 1 << 21;
    private const int Collapse = 25;

    /// <summary>Allocates zeroed elements. O(size).</summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged
    {
        T[] elements = GC.AllocateArray<T>(length, pinned: true);
        Join(Marshal.UnsafeAddrOfPinnedArrayElement(elements, 0), (long)length * Unsafe.SizeOf<T>());
        return elements;
    }

    // The advice changes where memory lies and nothing in it, whoever it belongs to.
    private static void Join(nint address, long sizeBytes)
    {
        if (!OperatingSystem.IsLinux()) return;
        nint end = (nint)(address + sizeBytes) & -SizeBytes;
        nint first = address & -SizeBytes;
        if (end > first) _ = Advise(first, (nuint)(end - first), Collapse);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
