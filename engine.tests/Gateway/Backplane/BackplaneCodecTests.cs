using Catalog.WsGateway.Backplane;

namespace Catalog.Engine.Tests.Gateway.Backplane;

public sealed class BackplaneCodecTests
{
    private static readonly BackplaneMessage Full = new(BackplaneKind.Members, "node 1")
    {
        Topic = "rääume",
        Name = "said",
        Json = "{\"a\":1}"u8.ToArray(),
        Key = long.MinValue,
        Number = long.MaxValue,
        Part = 1,
        PartCount = 3,
        Members = [new("room", "ann"), new("", "")],
    };

    [Fact]
    public void Every_kind_comes_back_as_it_was()
    {
        foreach (BackplaneKind kind in Enum.GetValues<BackplaneKind>())
        {
            AssertSame(Full with { Kind = kind });
            AssertSame(new BackplaneMessage(kind, "n"));
        }
    }

    [Fact]
    public void Another_version_an_unknown_kind_and_every_broken_message_is_none()
    {
        byte[] bytes = BackplaneCodec.Encode(Full);
        for (int length = 0; length < bytes.Length; length++)
            Assert.Null(BackplaneCodec.Decode(bytes.AsSpan(0, length)));
        byte[] newer = [.. bytes];
        Assert.Equal(1, newer[1]);
        newer[1] = 2;
        Assert.Null(BackplaneCodec.Decode(newer));
        byte[] unknown = [.. bytes];
        unknown[2] = 99;
        Assert.Null(BackplaneCodec.Decode(unknown));
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] spoilt = [.. bytes];
            spoilt[i] ^= 0xFF;
            BackplaneCodec.Decode(spoilt);
        }
    }

    private static void AssertSame(BackplaneMessage message)
    {
        BackplaneMessage read = BackplaneCodec.Decode(BackplaneCodec.Encode(message))!;
        Assert.Equal(message.Json.ToArray(), read.Json.ToArray());
        Assert.Equal(message.Members, read.Members);
        Assert.Equal(message with { Json = default, Members = [] }, read with { Json = default, Members = [] });
    }
}
