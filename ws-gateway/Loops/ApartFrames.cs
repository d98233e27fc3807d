namespace Catalog.WsGateway.Loops;

/// <summary>A message's frames, by variant, when they are too large to be copied into every loop's palette.</summary>
internal sealed class ApartFrames
{
    /// <summary>Frames from this size on are not copied: 16 KiB is where uWebSockets stops batching, too.</summary>
    internal const int FromBytes = 16 * 1024;

    internal byte[]?[] ByVariant { get; } = new byte[]?[Variant.Count];
}
