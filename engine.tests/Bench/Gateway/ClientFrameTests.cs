using System.Text;
using Catalog.Bench.Gateway.Generator;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Framing;

namespace Catalog.Engine.Tests.Bench.Gateway;

public sealed class ClientFrameTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void Is_what_the_gateway_reads(int length)
    {
        string text = new('x', length);
        ReadOnlySpan<byte> frame = ClientFrame.Text(text);
        var reader = new MessageReader(100_000, 100_000, mayCompress: false);
        InboundKind kind = reader.Read(ref frame, new ByteBuffer(64), out ReadOnlySpan<byte> payload);
        Assert.Equal((InboundKind.Text, text, 0), (kind, Encoding.UTF8.GetString(payload), frame.Length));
    }
}
