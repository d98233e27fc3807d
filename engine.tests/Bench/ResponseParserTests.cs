using System.Text;
using Catalog.Bench.Shared.Http;

namespace Catalog.Engine.Tests.Bench;

public sealed class ResponseParserTests
{
    private const string Sized = "HTTP/1.1 409 Conflict\r\nDate: x\r\nCONTENT-Length:  5\r\nServer: y\r\n\r\nhello";
    private const string Chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nc\r\n, 0\r\n\r\nthere\r\n0\r\n\r\n";

    [Theory]
    [InlineData(Sized, 409, "hello")]
    [InlineData(Chunked, 200, "hello, 0\r\n\r\nthere")]
    [InlineData("HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n", 204, "")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "")]
    public void Is_whole_at_its_last_byte_and_not_before(string text, int status, string body)
    {
        for (int length = 0; length < text.Length; length++)
            Assert.False(ResponseParser.TryParse(Encoding.ASCII.GetBytes(text[..length]), out _, out _), $"{length}");
        byte[] whole = Encoding.ASCII.GetBytes(text);
        Assert.True(ResponseParser.TryParse(whole, out int seen, out ReadOnlySpan<byte> content));
        Assert.Equal((status, body), (seen, Encoding.ASCII.GetString(content)));
    }

    [Fact]
    public void Something_else_is_refused() => Assert.Throws<InvalidDataException>(
        () => ResponseParser.TryParse(Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.2\r\n\r\n"), out _, out _));
}
