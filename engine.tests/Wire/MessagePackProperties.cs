using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Wire;

public sealed class MessagePackProperties
{
    [Fact]
    public void Integers_come_back() => Seeds.Check(Prop.ForAll<long, int>((value, shift) =>
    {
        long shifted = value >> (shift & 63);
        byte[] bytes = WireBytes.Of(writer => writer.Write(shifted));
        byte[] unsigned = WireBytes.Of(writer => writer.Write((ulong)shifted));
        return new MessagePackReader(bytes).ReadInt64() == shifted
            && new MessagePackReader(unsigned).ReadUInt64() == (ulong)shifted;
    }));

    [Fact]
    public void Floats_come_back_bit_by_bit() => Seeds.Check(Prop.ForAll<double, float>((wide, narrow) =>
    {
        byte[] wideBytes = WireBytes.Of(writer => writer.Write(wide));
        byte[] narrowBytes = WireBytes.Of(writer => writer.Write(narrow));
        double wideBack = new MessagePackReader(wideBytes).ReadDouble();
        float narrowBack = new MessagePackReader(narrowBytes).ReadSingle();
        return BitConverter.DoubleToInt64Bits(wideBack) == BitConverter.DoubleToInt64Bits(wide)
            && BitConverter.SingleToInt32Bits(narrowBack) == BitConverter.SingleToInt32Bits(narrow);
    }));

    [Fact]
    public void Strings_come_back_as_utf8_has_them() => Seeds.Check(Prop.ForAll<string, int>((text, repeat) =>
    {
        string value = string.Concat(Enumerable.Repeat(text ?? "", 1 + Math.Abs(repeat % 50)));
        string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
        byte[] bytes = WireBytes.Of(writer => writer.Write(value));
        byte[] viaUtf8 = WireBytes.Of(writer => writer.WriteUtf8(Encoding.UTF8.GetBytes(value)));
        return new MessagePackReader(bytes).ReadString() == expected && bytes.AsSpan().SequenceEqual(viaUtf8);
    }));

    [Fact]
    public void Bytes_come_back() => Seeds.Check(Prop.ForAll<byte[], sbyte>((data, type) =>
    {
        byte[] given = data ?? [];
        byte[] bytes = WireBytes.Of(writer =>
        {
            writer.WriteBinary(given);
            writer.WriteExtension(type, given);
        });
        var reader = new MessagePackReader(bytes);
        return reader.ReadBinary().SequenceEqual(given)
            && reader.ReadExtension(out sbyte typeBack).SequenceEqual(given) && typeBack == type && reader.End;
    }));

    [Fact]
    public void Timestamps_come_back() => Seeds.Check(Prop.ForAll<long, int, int>((value, shift, fraction) =>
    {
        long seconds = value >> (shift & 63);
        int nanoseconds = (int)((uint)fraction % 1_000_000_000);
        byte[] bytes = WireBytes.Of(writer => writer.WriteTimestamp(seconds, nanoseconds));
        new MessagePackReader(bytes).ReadTimestamp(out long secondsBack, out int nanosecondsBack);
        return secondsBack == seconds && nanosecondsBack == nanoseconds;
    }));

    [Fact]
    public void Documents_come_back_byte_by_byte() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(1);
        for (int i = 0; i < 300; i++)
        {
            byte[] document = WireDocument.Random(random);
            Assert.Equal(document, Copied(document));
            var reader = new MessagePackReader(document);
            Assert.Equal(document, reader.ReadRaw().ToArray());
            Assert.True(reader.End);
        }
    });

    [Fact]
    public void Every_truncation_of_a_document_is_refused() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(2);
        for (int i = 0; i < 100; i++)
        {
            byte[] document = WireDocument.Random(random, depth: 2);
            for (int length = 0; length < Math.Min(document.Length, 500); length++)
            {
                byte[] cut = document[..length];
                Assert.Throws<MessagePackFormatException>(() => new MessagePackReader(cut).Skip());
                Assert.Throws<MessagePackFormatException>(() => Copied(cut));
            }
        }
    });

    [Fact]
    public void Random_bytes_are_read_or_refused_and_nothing_else() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(3);
        byte[] bytes = new byte[64];
        int read = 0;
        for (int i = 0; i < 5_000; i++)
        {
            random.NextBytes(bytes);
            if (i % 2 == 0) bytes[0] = (byte)random.Next(0x80, 0xe0);
            bool copied = TryCopy(bytes);
            Assert.Equal(TrySkip(bytes) && copied, copied);
            if (copied) read++;
        }

        Assert.InRange(read, 1, 4_999);
    });

    [Fact]
    public void A_refused_read_allocates_no_more_than_its_message()
    {
        byte[] hostile = WireBytes.Parse("dd7fffffff db7fffffff");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(TryCopy(hostile));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }

    private static byte[] Copied(byte[] document) => WireBytes.Of(writer =>
    {
        var reader = new MessagePackReader(document);
        WireDocument.Copy(ref reader, writer);
    });

    private static bool TryCopy(byte[] bytes)
    {
        try
        {
            var reader = new MessagePackReader(bytes);
            WireDocument.Copy(ref reader, new MessagePackWriter(new ByteBuffer()));
            return true;
        }
        catch (MessagePackFormatException)
        {
            return false;
        }
    }

    private static bool TrySkip(byte[] bytes)
    {
        try
        {
            new MessagePackReader(bytes).Skip();
            return true;
        }
        catch (MessagePackFormatException)
        {
            return false;
        }
    }
}
