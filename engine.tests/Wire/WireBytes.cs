using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Wire;

/// <summary>Encodes with the writer under test and names the bytes in hex, as the specification's tables do.</summary>
internal static class WireBytes
{
    internal delegate void Encode(MessagePackWriter writer);

    internal static byte[] Of(Encode encode)
    {
        var buffer = new ByteBuffer(1);
        var writer = new MessagePackWriter(buffer);
        encode(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    internal static string Hex(Encode encode) => Convert.ToHexStringLower(Of(encode));

    internal static byte[] Parse(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
