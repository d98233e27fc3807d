using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Framing;

namespace Catalog.Engine.Tests.Gateway.Framing;

/// <summary>Feeds bytes to a reader, cut as a test wants, and writes down what it found.</summary>
internal static class Reading
{
    internal const int MaxFrame = 70_000;
    internal const int MaxMessage = 140_000;

    /// <summary>What is found in the bytes fed in pieces of these sizes, the last one for all the rest.</summary>
    internal static List<string> Read(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> sizes, bool mayCompress = false)
    {
        var reader = new MessageReader(MaxFrame, MaxMessage, mayCompress);
        var scratch = new ByteBuffer();
        var found = new List<string>();
        for (int i = 0; !bytes.IsEmpty; i++)
        {
            int size = i < sizes.Length ? Math.Min(sizes[i], bytes.Length) : bytes.Length;
            ReadOnlySpan<byte> piece = bytes[..size];
            bytes = bytes[size..];
            while (true)
            {
                InboundKind kind = reader.Read(ref piece, scratch, out ReadOnlySpan<byte> payload);
                if (kind == InboundKind.None) break;
                found.Add(Describe(kind, payload, in reader));
                if (kind is InboundKind.Violation or InboundKind.Close) return found;
            }
        }

        if (reader.IsInside) found.Add("inside");
        reader.Abandon();
        return found;
    }

    /// <summary>What is found in the bytes when they come one by one.</summary>
    internal static List<string> ReadByBytes(byte[] bytes, bool mayCompress = false) =>
        Read(bytes, Enumerable.Repeat(1, bytes.Length).ToArray(), mayCompress);

    private static string Describe(InboundKind kind, ReadOnlySpan<byte> payload, in MessageReader reader) => kind switch
    {
        InboundKind.Text => $"text {Short(Encoding.UTF8.GetString(payload))}",
        InboundKind.Binary => $"binary {Short(Convert.ToHexString(payload))}",
        InboundKind.Close => $"close {CloseBody.CodeOf(payload)}",
        InboundKind.Violation => $"violation {(int)reader.Violation}",
        _ => $"{kind.ToString().ToLowerInvariant()} {Convert.ToHexString(payload)}",
    };

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..20]}… {text.Length}";
}
