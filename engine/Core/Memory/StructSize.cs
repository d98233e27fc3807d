using System.Runtime.CompilerServices;

namespace Catalog.Engine.Core.Memory;

/// <summary>The size of a struct, which the language only tells in unsafe code.</summary>
internal static class StructSize
{
    /// <summary>Bytes an element takes in an array. A constant once compiled.</summary>
    /// <remarks>Safety: asks, and touches nothing.</remarks>
    public static int Of<T>()
        where T : unmanaged => Unsafe.SizeOf<T>();
}
