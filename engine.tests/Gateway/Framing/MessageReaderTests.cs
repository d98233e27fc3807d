using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.WsGateway.Framing;
using static Catalog.Engine.Tests.Gateway.Framing.ClientFrames;

namespace Catalog.Engine.Tests.Gateway.Framing;

public sealed class MessageReaderTests
{
    public static TheoryData<string> Cases => [.. Rfc6455Cases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rfc6455(string name)
    {
        (byte[] bytes, string expected) = Rfc6455Cases.All[name];
        Assert.Equal(expected, string.Join('|', Reading.Read(bytes, [])));
        Assert.Equal(expected, string.Join('|', Reading.ReadByBytes(bytes)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cut_at_every_byte_it_says_the_same(string name)
    {
        (byte[] bytes, string expected) = Rfc6455Cases.All[name];
        int step = Math.Max(1, bytes.Length / 300);
        for (int cut = 1; cut < bytes.Length; cut += cut < 300 ? 1 : step)
            Assert.Equal(expected, string.Join('|', Reading.Read(bytes, [cut])));
    }

    [Fact]
    public void A_wrong_byte_of_text_is_told_before_the_frame_is_whole()
    {
        byte[] frame = Frame(1, [.. "κόσμε"u8, 0xF4, 0x90, 0x80, 0x80, .. "rest"u8]);
        int until = frame.Length - 6; // up to the byte 0x90, which cannot follow 0xF4
        Assert.Equal(["violation 1007"], Reading.ReadByBytes(frame[..until]));
        Assert.Equal(["inside"], Reading.ReadByBytes(frame[..(until - 1)]));
    }

    [Fact]
    public void RSV1_is_for_the_first_frame_of_a_message_when_compression_was_agreed_on()
    {
        Assert.Equal(["binary 01"], Reading.Read(Frame(2, [1], reserved: 4), [], mayCompress: true));
        byte[] later = [.. Frame(1, [1], isFinal: false, reserved: 4), .. Frame(0, [1], reserved: 4)];
        Assert.Equal(["violation 1002"], Reading.Read(later, [], mayCompress: true));
        Assert.Equal(["violation 1002"], Reading.Read(Frame(9, [], reserved: 4), [], mayCompress: true));
        Assert.Equal(["violation 1002"], Reading.Read(Frame(1, [], reserved: 6), [], mayCompress: true));
    }

    [Fact]
    public void What_is_declared_costs_nothing_until_it_comes()
    {
        var reader = new MessageReader(int.MaxValue, int.MaxValue, false);
        var scratch = new ByteBuffer();
        byte[] header = [0x82, 0xFF, 0, 0, 0, 0, 0x7F, 0, 0, 0, .. Mask, 1];
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadOnlySpan<byte> input = header;
        Assert.Equal(InboundKind.None, reader.Read(ref input, scratch, out _));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 * 1024);
        Assert.True(reader.IsInside);
        reader.Abandon();
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        byte[] bytes =
        [
            .. Text("""{"event":"say"}"""), .. Text("frag", isFinal: false), .. Frame(9, "p"u8),
            .. Text("ment", opcode: 0), .. Frame(2, new byte[2000]),
        ];
        var reader = new MessageReader(Reading.MaxFrame, Reading.MaxMessage, false);
        var scratch = new ByteBuffer();
        int found = 0;
        AllocationGate.AssertNone(() =>
        {
            for (int cut = 1; cut < 40; cut += 13)
            {
                ReadOnlySpan<byte> first = bytes.AsSpan(0, cut);
                ReadOnlySpan<byte> rest = bytes.AsSpan(cut);
                while (reader.Read(ref first, scratch, out _) != InboundKind.None) found++;
                while (reader.Read(ref rest, scratch, out _) != InboundKind.None) found++;
            }
        });
        Assert.Equal(0, found % 12);
    }

    [Fact]
    public void A_close_reason_that_is_too_long_is_cut_at_a_character()
    {
        Span<byte> frame = stackalloc byte[FrameWriter.MaxControlBytes + 2];
        int size = FrameWriter.WriteClose(frame, WsGateway.CloseCode.GoingAway, new string('x', 122) + "😀");
        Assert.Equal(2 + 2 + 122, size);
        Assert.Equal(new string('x', 122), Encoding.UTF8.GetString(frame[4..size]));
    }
}
