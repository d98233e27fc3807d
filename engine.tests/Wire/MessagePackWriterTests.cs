using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Wire;

public sealed class MessagePackWriterTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7f")]
    [InlineData(128, "cc80")]
    [InlineData(255, "ccff")]
    [InlineData(256, "cd0100")]
    [InlineData(65_535, "cdffff")]
    [InlineData(65_536, "ce00010000")]
    [InlineData(4_294_967_295, "ceffffffff")]
    [InlineData(4_294_967_296, "cf0000000100000000")]
    [InlineData(long.MaxValue, "cf7fffffffffffffff")]
    [InlineData(-1, "ff")]
    [InlineData(-32, "e0")]
    [InlineData(-33, "d0df")]
    [InlineData(-128, "d080")]
    [InlineData(-129, "d1ff7f")]
    [InlineData(-32_768, "d18000")]
    [InlineData(-32_769, "d2ffff7fff")]
    [InlineData(-2_147_483_648, "d280000000")]
    [InlineData(-2_147_483_649, "d3ffffffff7fffffff")]
    [InlineData(long.MinValue, "d38000000000000000")]
    public void Integers_take_their_shortest_form(long value, string expected)
    {
        Assert.Equal(expected, WireBytes.Hex(writer => writer.Write(value)));
        if (value >= 0) Assert.Equal(expected, WireBytes.Hex(writer => writer.Write((ulong)value)));
        if (value is >= int.MinValue and <= int.MaxValue)
            Assert.Equal(expected, WireBytes.Hex(writer => writer.Write((int)value)));
        if (value is >= 0 and <= uint.MaxValue)
            Assert.Equal(expected, WireBytes.Hex(writer => writer.Write((uint)value)));
    }

    [Fact]
    public void Small_integer_types_share_the_forms()
    {
        Assert.Equal("ccff", WireBytes.Hex(writer => writer.Write(byte.MaxValue)));
        Assert.Equal("d080", WireBytes.Hex(writer => writer.Write(sbyte.MinValue)));
        Assert.Equal("cdffff", WireBytes.Hex(writer => writer.Write(ushort.MaxValue)));
        Assert.Equal("d18000", WireBytes.Hex(writer => writer.Write(short.MinValue)));
        Assert.Equal("cfffffffffffffffff", WireBytes.Hex(writer => writer.Write(ulong.MaxValue)));
    }

    [Fact]
    public void Nil_booleans_and_floats()
    {
        Assert.Equal("c0", WireBytes.Hex(writer => writer.WriteNil()));
        Assert.Equal("c2", WireBytes.Hex(writer => writer.Write(false)));
        Assert.Equal("c3", WireBytes.Hex(writer => writer.Write(true)));
        Assert.Equal("ca3fc00000", WireBytes.Hex(writer => writer.Write(1.5f)));
        Assert.Equal("cbbff8000000000000", WireBytes.Hex(writer => writer.Write(-1.5)));
    }

    [Theory]
    [InlineData(0, "a0")]
    [InlineData(31, "bf")]
    [InlineData(32, "d920")]
    [InlineData(255, "d9ff")]
    [InlineData(256, "da0100")]
    [InlineData(65_535, "daffff")]
    [InlineData(65_536, "db00010000")]
    public void String_headers_count_bytes(int lengthBytes, string header)
    {
        string ascii = new('x', lengthBytes);
        string expected = header + string.Concat(Enumerable.Repeat("78", lengthBytes));
        Assert.Equal(expected, WireBytes.Hex(writer => writer.Write(ascii)));
        Assert.Equal(expected, WireBytes.Hex(writer => writer.Write(ascii.AsSpan())));
        Assert.Equal(expected, WireBytes.Hex(writer => writer.WriteUtf8(System.Text.Encoding.UTF8.GetBytes(ascii))));
    }

    [Fact]
    public void Text_beyond_ascii_is_counted_in_bytes()
    {
        Assert.Equal("a3e282ac", WireBytes.Hex(writer => writer.Write("€")));
        Assert.Equal("a4f09f9880", WireBytes.Hex(writer => writer.Write("😀")));
        Assert.StartsWith("d921", WireBytes.Hex(writer => writer.Write(new string('€', 11))), StringComparison.Ordinal);
        Assert.Equal("a3efbfbd", WireBytes.Hex(writer => writer.Write("\ud83d")));
    }

    [Theory]
    [InlineData(0, "c400")]
    [InlineData(255, "c4ff")]
    [InlineData(256, "c50100")]
    [InlineData(65_535, "c5ffff")]
    [InlineData(65_536, "c600010000")]
    public void Binary_headers(int lengthBytes, string header)
    {
        byte[] data = new byte[lengthBytes];
        string expected = header + Convert.ToHexStringLower(data);
        Assert.Equal(expected, WireBytes.Hex(writer => writer.WriteBinary(data)));
    }

    [Theory]
    [InlineData(0, "90", "80")]
    [InlineData(15, "9f", "8f")]
    [InlineData(16, "dc0010", "de0010")]
    [InlineData(65_535, "dcffff", "deffff")]
    [InlineData(65_536, "dd00010000", "df00010000")]
    [InlineData(int.MaxValue, "dd7fffffff", "df7fffffff")]
    public void Array_and_map_headers(int count, string array, string map)
    {
        Assert.Equal(array, WireBytes.Hex(writer => writer.WriteArrayHeader(count)));
        Assert.Equal(map, WireBytes.Hex(writer => writer.WriteMapHeader(count)));
    }

    [Theory]
    [InlineData(0, "c70005")]
    [InlineData(1, "d405")]
    [InlineData(2, "d505")]
    [InlineData(3, "c70305")]
    [InlineData(4, "d605")]
    [InlineData(8, "d705")]
    [InlineData(16, "d805")]
    [InlineData(17, "c71105")]
    [InlineData(255, "c7ff05")]
    [InlineData(256, "c8010005")]
    [InlineData(65_536, "c90001000005")]
    public void Extension_headers(int lengthBytes, string header)
    {
        byte[] data = new byte[lengthBytes];
        string expected = header + Convert.ToHexStringLower(data);
        Assert.Equal(expected, WireBytes.Hex(writer => writer.WriteExtension(5, data)));
    }

    [Theory]
    [InlineData(0, 0, "d6ff00000000")]
    [InlineData(4_294_967_295, 0, "d6ffffffffff")]
    [InlineData(4_294_967_296, 0, "d7ff0000000100000000")]
    [InlineData(1, 1, "d7ff0000000400000001")]
    [InlineData(17_179_869_183, 999_999_999, "d7ffee6b27ffffffffff")]
    [InlineData(17_179_869_184, 0, "c70cff000000000000000400000000")]
    [InlineData(-1, 5, "c70cff00000005ffffffffffffffff")]
    public void Timestamps_take_their_shortest_form(long seconds, int nanoseconds, string expected) =>
        Assert.Equal(expected, WireBytes.Hex(writer => writer.WriteTimestamp(seconds, nanoseconds)));

    [Fact]
    public void Misuse_is_refused_before_anything_is_written()
    {
        var buffer = new ByteBuffer();
        Assert.Throws<ArgumentNullException>(() => new MessagePackWriter(null!).WriteNil());
        Assert.Throws<ArgumentNullException>(() => new MessagePackWriter(buffer).Write((string)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessagePackWriter(buffer).WriteArrayHeader(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessagePackWriter(buffer).WriteMapHeader(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessagePackWriter(buffer).WriteTimestamp(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessagePackWriter(buffer).WriteTimestamp(0, 1000000000));
        Assert.Equal(0, buffer.Length);
    }
}
