using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Wire;

public sealed class MessagePackReaderTests
{
    [Theory]
    [InlineData("05", 5)]
    [InlineData("cc05", 5)]
    [InlineData("cd0005", 5)]
    [InlineData("ce00000005", 5)]
    [InlineData("cf0000000000000005", 5)]
    [InlineData("d005", 5)]
    [InlineData("d10005", 5)]
    [InlineData("d200000005", 5)]
    [InlineData("d30000000000000005", 5)]
    [InlineData("fb", -5)]
    [InlineData("d0fb", -5)]
    [InlineData("d1fffb", -5)]
    [InlineData("d2fffffffb", -5)]
    [InlineData("d3fffffffffffffffb", -5)]
    public void Integers_are_read_from_any_form(string hex, long expected)
    {
        byte[] bytes = WireBytes.Parse(hex);
        Assert.Equal(expected, new MessagePackReader(bytes).ReadInt64());
        Assert.Equal(expected, new MessagePackReader(bytes).ReadInt32());
        Assert.Equal(expected, new MessagePackReader(bytes).ReadInt16());
        Assert.Equal(expected, new MessagePackReader(bytes).ReadSByte());
        Assert.Equal(expected, new MessagePackReader(bytes).ReadDouble());
        if (expected < 0) return;
        Assert.Equal((ulong)expected, new MessagePackReader(bytes).ReadUInt64());
        Assert.Equal((uint)expected, new MessagePackReader(bytes).ReadUInt32());
        Assert.Equal((ushort)expected, new MessagePackReader(bytes).ReadUInt16());
        Assert.Equal((byte)expected, new MessagePackReader(bytes).ReadByte());
    }

    [Fact]
    public void Integers_out_of_range_are_refused_and_left_unread()
    {
        Refuses("cc80", (ref reader) => reader.ReadSByte(), "an int8");
        Refuses("cd0100", (ref reader) => reader.ReadByte(), "a uint8");
        Refuses("cd8000", (ref reader) => reader.ReadInt16(), "an int16");
        Refuses("ce00010000", (ref reader) => reader.ReadUInt16(), "a uint16");
        Refuses("ce80000000", (ref reader) => reader.ReadInt32(), "an int32");
        Refuses("cf0000000100000000", (ref reader) => reader.ReadUInt32(), "a uint32");
        Refuses("cf8000000000000000", (ref reader) => reader.ReadInt64(), "an int64");
        Refuses("ff", (ref reader) => reader.ReadUInt64(), "a uint64");
        Refuses("d3ffffffff00000000", (ref reader) => reader.ReadInt32(), "an int32");
    }

    [Fact]
    public void Other_types_are_refused_and_named()
    {
        Refuses("a161", (ref reader) => reader.ReadInt64(), "an int64", "a string (0xa1)");
        Refuses("ca3fc00000", (ref reader) => reader.ReadUInt64(), "a uint64", "a float (0xca)");
        Refuses("c0", (ref reader) => reader.ReadBoolean(), "a boolean", "nil (0xc0)");
        Refuses("01", (ref reader) => reader.ReadString(), "a string", "an integer (0x01)");
        Refuses("a0", (ref reader) => reader.ReadBinary(), "binary data", "a string (0xa0)");
        Refuses("80", (ref reader) => reader.ReadArrayHeader(), "an array", "a map (0x80)");
        Refuses("90", (ref reader) => reader.ReadMapHeader(), "a map", "an array (0x90)");
        Refuses("c3", (ref reader) => reader.ReadDouble(), "a number", "a boolean (0xc3)");
        Refuses("c400", (ref reader) => reader.ReadExtension(out _), "an extension", "binary data (0xc4)");
        Refuses("d401ff", (ref reader) => reader.ReadTimestamp(out _, out _), "a timestamp", "an extension (0xd4)");
        Refuses("c1", (ref reader) => reader.ReadNil(), "nil", "a byte no value begins with (0xc1)");
        Refuses("c1", (ref reader) => reader.PeekType(), "a value");
        Refuses("c1", (ref reader) => reader.Skip(), "a value");
    }

    [Fact]
    public void Declared_sizes_are_held_against_the_bytes_there_are()
    {
        Refuses("dbffffffff", (ref reader) => reader.ReadString(), "4294967300 bytes");
        Refuses("c6ffffffff00", (ref reader) => reader.ReadBinary(), "4294967300 bytes");
        Refuses("ddffffffff", (ref reader) => reader.ReadArrayHeader(), "4294967300 bytes");
        Refuses("dfffffffff0000", (ref reader) => reader.ReadMapHeader(), "8589934595 bytes");
        Refuses("c9ffffffff01", (ref reader) => reader.ReadExtension(out _), "4294967301 bytes");
        Refuses("9200", (ref reader) => reader.ReadArrayHeader(), "3 bytes");
        Refuses("8100", (ref reader) => reader.ReadMapHeader(), "3 bytes");
        Refuses("", (ref reader) => reader.TryReadNil(), "1 bytes");
    }

    [Fact]
    public void Strings_must_be_utf8()
    {
        Refuses("a2c328", (ref reader) => reader.ReadString(), "UTF-8");
        Refuses("a3eda080", (ref reader) => reader.ReadString(), "UTF-8");
        Assert.Equal([0xc3, 0x28], new MessagePackReader(WireBytes.Parse("a2c328")).ReadUtf8().ToArray());
    }

    [Fact]
    public void Floats_widen_and_narrow_only_without_loss()
    {
        Assert.Equal(1.5, new MessagePackReader(WireBytes.Parse("ca3fc00000")).ReadDouble());
        Assert.Equal(1.5f, new MessagePackReader(WireBytes.Parse("cb3ff8000000000000")).ReadSingle());
        Assert.Equal(ulong.MaxValue, new MessagePackReader(WireBytes.Parse("cfffffffffffffffff")).ReadDouble());
        Refuses("cb3fb999999999999a", (ref reader) => reader.ReadSingle(), "a float");
        Refuses("ce01000001", (ref reader) => reader.ReadSingle(), "a float");
    }

    [Fact]
    public void Timestamps_with_a_whole_second_of_nanoseconds_are_refused()
    {
        Refuses("d7ffee6b280000000000", (ref reader) => reader.ReadTimestamp(out _, out _), "a timestamp");
        Refuses("c70cff3b9aca000000000000000000", (ref reader) => reader.ReadTimestamp(out _, out _), "a timestamp");
        Refuses("c70cff000000007fffffffffffffff", (ref reader) => reader.ReadDateTimeOffset(), "a DateTimeOffset");
        Refuses("d5ff0000", (ref reader) => reader.ReadTimestamp(out _, out _), "a timestamp");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 123_456_700)]
    [InlineData(-62_135_596_800, 0)]
    [InlineData(253_402_300_799, 999_999_900)]
    public void Instants_come_back(long seconds, int nanoseconds)
    {
        byte[] bytes = WireBytes.Of(writer => writer.WriteTimestamp(seconds, nanoseconds));
        DateTimeOffset instant = new MessagePackReader(bytes).ReadDateTimeOffset();
        Assert.Equal(bytes, WireBytes.Of(writer => writer.Write(instant)));
    }

    [Fact]
    public void Skip_passes_over_every_kind_of_value()
    {
        byte[] bytes = WireBytes.Parse("c0 c3 05 cc80 ca00000000 a161 c40101 92c0a0 81c0c0 d40500 d6ff00000000 7f");
        var reader = new MessagePackReader(bytes);
        for (int i = 0; i < 11; i++) reader.Skip();
        Assert.Equal(1, reader.Remaining);
        Assert.Equal(bytes.Length - 1, reader.Consumed);
        Assert.Equal([0x7f], reader.ReadRaw().ToArray());
        Assert.True(reader.End);
    }

    [Fact]
    public void Skip_follows_nesting_to_its_limit_and_no_further()
    {
        string deepest = string.Concat(Enumerable.Repeat("91", MessagePackReader.MaxDepth)) + "00";
        var reader = new MessagePackReader(WireBytes.Parse(deepest));
        reader.Skip();
        Assert.True(reader.End);
        Refuses("91" + deepest, (ref reader) => reader.Skip(), "128 nested");
    }

    [Theory]
    [InlineData("c0", MessagePackType.Nil)]
    [InlineData("c2", MessagePackType.Boolean)]
    [InlineData("7f", MessagePackType.Integer)]
    [InlineData("e0", MessagePackType.Integer)]
    [InlineData("d3", MessagePackType.Integer)]
    [InlineData("cb", MessagePackType.Float)]
    [InlineData("bf", MessagePackType.String)]
    [InlineData("db", MessagePackType.String)]
    [InlineData("c6", MessagePackType.Binary)]
    [InlineData("9f", MessagePackType.Array)]
    [InlineData("dd", MessagePackType.Array)]
    [InlineData("8f", MessagePackType.Map)]
    [InlineData("df", MessagePackType.Map)]
    [InlineData("c7", MessagePackType.Extension)]
    [InlineData("d8", MessagePackType.Extension)]
    public void PeekType_tells_the_family(string hex, MessagePackType expected) =>
        Assert.Equal(expected, new MessagePackReader(WireBytes.Parse(hex)).PeekType());

    private delegate void Read(ref MessagePackReader reader);

    private static void Refuses(string hex, Read read, params string[] parts)
    {
        var reader = new MessagePackReader(WireBytes.Parse(hex));
        MessagePackFormatException? failure = null;
        try
        {
            read(ref reader);
        }
        catch (MessagePackFormatException thrown)
        {
            failure = thrown;
        }

        Assert.NotNull(failure);
        foreach (string part in parts) Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, reader.Consumed);
    }
}
