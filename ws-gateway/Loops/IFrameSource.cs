namespace Catalog.WsGateway.Loops;

/// <summary>Gives a message's frame in the variant asked for, made the first time somebody wants it.</summary>
internal interface IFrameSource
{
    ReadOnlySpan<byte> FrameOf(int variant);
}
