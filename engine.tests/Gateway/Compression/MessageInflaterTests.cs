using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Compression;

namespace Catalog.Engine.Tests.Gateway.Compression;

public sealed class MessageInflaterTests
{
    [Theory]
    [InlineData("§7.2.3.1 one block", "F248CDC9C90700", "Hello")]
    [InlineData("§7.2.3.3 a block without compression", "000500FAFF48656C6C6F00", "Hello")]
    [InlineData("§7.2.3.4 a final block", "F348CDC9C9070000", "Hello")]
    [InlineData("§7.2.3.5 two blocks", "F248050000 00FFFFCAC9C90700", "Hello")]
    [InlineData("§7.2.3.6 nothing", "00", "")]
    public void Rfc7692_examples(string clause, string hex, string text)
    {
        var target = new ByteBuffer();
        byte[] message = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        Assert.True(MessageInflater.Inflate(message, target, 100) == InflateOutcome.Done, clause);
        Assert.Equal(text, Encoding.UTF8.GetString(target.WrittenSpan));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(100_000)]
    public void What_was_deflated_comes_back(int size)
    {
        byte[] message = new byte[size];
        new Random(7692).NextBytes(message.AsSpan(0, size / 2));
        var deflated = new ByteBuffer();
        if (size > 0) MessageDeflater.Deflate(message, deflated);
        else deflated.Write([0]);
        var target = new ByteBuffer();
        Assert.Equal(InflateOutcome.Done, MessageInflater.Inflate(deflated.WrittenSpan, target, size));
        Assert.Equal(message, target.WrittenSpan.ToArray());
    }

    [Fact]
    public void A_bomb_is_not_inflated_further_than_allowed()
    {
        var bomb = new ByteBuffer();
        MessageDeflater.Deflate(new byte[10_000_000], bomb);
        var target = new ByteBuffer();
        Assert.Equal(InflateOutcome.TooBig, MessageInflater.Inflate(bomb.WrittenSpan, target, 64 * 1024));
        Assert.True(target.Length < 128 * 1024);
        Assert.Equal(InflateOutcome.TooBig, MessageInflater.Inflate(bomb.WrittenSpan, new ByteBuffer(), 9_999_999));
        Assert.Equal(InflateOutcome.Done, MessageInflater.Inflate(bomb.WrittenSpan, new ByteBuffer(), 10_000_000));
    }

    [Fact]
    public void What_breaks_off_or_is_no_deflate_data_is_told()
    {
        var deflated = new ByteBuffer();
        MessageDeflater.Deflate(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 300))), deflated);
        byte[] whole = deflated.WrittenSpan.ToArray();
        int told = 0;
        for (int cut = 1; cut < whole.Length - 1; cut++)
        {
            InflateOutcome outcome = MessageInflater.Inflate(whole.AsSpan(0, cut), new ByteBuffer(), 10_000);
            if (outcome == InflateOutcome.Invalid) told++;
        }

        Assert.Equal(whole.Length - 2, told);
        Assert.Equal(InflateOutcome.Invalid, MessageInflater.Inflate([0xFF, 0xFF], new ByteBuffer(), 100));
    }
}
