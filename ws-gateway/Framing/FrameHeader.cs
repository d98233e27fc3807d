namespace Catalog.WsGateway.Framing;

/// <summary>A decoded frame header (RFC 6455 §5.2), not yet judged.</summary>
/// <param name="IsFinal">The last frame of its message.</param>
/// <param name="Reserved">The three reserved bits; RSV1, "compressed" under RFC 7692, is 4.</param>
/// <param name="Opcode">What it is; may be one that is reserved.</param>
/// <param name="IsMasked">Whether a masking key came with it.</param>
/// <param name="IsMinimal">Whether the length took the shortest form.</param>
/// <param name="LengthBytes">Payload size; above <see cref="long.MaxValue"/> is forbidden.</param>
/// <param name="Mask">The masking key, its first byte lowest.</param>
internal readonly record struct FrameHeader(
    bool IsFinal, byte Reserved, Opcode Opcode, bool IsMasked, bool IsMinimal, ulong LengthBytes, uint Mask)
{
    internal const byte Rsv1 = 4;

    internal bool IsControl => ((byte)Opcode & 0x8) != 0;
}
