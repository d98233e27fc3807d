using System.Runtime.CompilerServices;

namespace Catalog.WsGateway.Loops;

/// <summary>A range for each <see cref="Variant"/>; empty where nobody wants it.</summary>
[InlineArray(Variant.Count)]
internal struct FrameRanges
{
    private FrameRange _first;
}
