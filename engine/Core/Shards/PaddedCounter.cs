using System.Runtime.InteropServices;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// A counter alone on its cache lines (two each side, for the adjacent-line prefetcher), so that writers of its
/// neighbours never slow it.
/// </summary>
// mutable: a counter is written in place.
[StructLayout(LayoutKind.Explicit, Size = 384)]
internal struct PaddedCounter
{
    [FieldOffset(192)]
    public long Value;
}
