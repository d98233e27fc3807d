using System.Runtime.CompilerServices;

namespace Catalog.WsGateway.Framing;

/// <summary>Room for the longest frame header: 2 bytes, 8 of length, 4 of mask.</summary>
[InlineArray(Size)]
internal struct HeaderBytes
{
    internal const int Size = 14;

    private byte _first;
}
