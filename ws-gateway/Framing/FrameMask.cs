using System.Numerics;

namespace Catalog.WsGateway.Framing;

/// <summary>Masking and unmasking, which are the same (RFC 6455 §5.3).</summary>
internal static class FrameMask
{
    /// <summary>
    /// Writes <paramref name="source"/> exclusive-or the mask to <paramref name="target"/>, which may be the same
    /// memory. O(n), by vectors as wide as the machine has.
    /// </summary>
    /// <param name="source">What to mask.</param>
    /// <param name="target">At least as long.</param>
    /// <param name="mask">
    /// The key, its first byte lowest, turned so that it begins with the source's first byte.
    /// </param>
    internal static void Apply(ReadOnlySpan<byte> source, Span<byte> target, uint mask)
    {
        int at = 0;
        if (source.Length >= Vector<byte>.Count)
        {
            Vector<byte> keys = Vector.AsVectorByte(new Vector<uint>(mask));
            for (; at <= source.Length - Vector<byte>.Count; at += Vector<byte>.Count)
                (new Vector<byte>(source[at..]) ^ keys).CopyTo(target[at..]);
        }

        for (; at < source.Length; at++) target[at] = (byte)(source[at] ^ (mask >> (8 * (at & 3))));
    }

    /// <summary>The key for what follows <paramref name="count"/> bytes.</summary>
    internal static uint Turn(uint mask, long count) => BitOperations.RotateRight(mask, (int)(count & 3) * 8);
}
