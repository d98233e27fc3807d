namespace Catalog.WsGateway.Loops;

/// <summary>Where a frame lies in its palette; a negative start says that it is an array of its own.</summary>
internal readonly record struct FrameRange(int Start, int LengthBytes)
{
    internal const int Apart = -1;

    internal int End => Start + LengthBytes;
}
