namespace Catalog.WsGateway.Loops;

/// <summary>How a connection gets its messages: two bits, the language and whether it may be compressed.</summary>
internal static class Variant
{
    internal const int Json = 0;
    internal const int MessagePack = 1;

    /// <summary>Set when the connection negotiated permessage-deflate.</summary>
    internal const int DeflateBit = 2;

    internal const int Count = 4;

    internal static bool IsMessagePack(int variant) => (variant & MessagePack) != 0;

    internal static bool IsDeflate(int variant) => (variant & DeflateBit) != 0;
}
