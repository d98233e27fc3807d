using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Wire;

public sealed class MessagePackAllocationTests
{
    private static readonly DateTimeOffset Instant = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Writing_and_reading_allocate_nothing_once_the_buffer_has_its_size()
    {
        var buffer = new ByteBuffer(16);
        byte[] data = new byte[300];
        long sum = 0;
        AllocationGate.AssertNone(() =>
        {
            buffer.Clear();
            Write(new MessagePackWriter(buffer), data);
            sum += Read(new MessagePackReader(buffer.WrittenSpan));
        });
        Assert.True(sum > 0);
    }

    private static void Write(MessagePackWriter writer, byte[] data)
    {
        writer.WriteArrayHeader(9);
        writer.WriteNil();
        writer.Write(true);
        writer.Write(long.MinValue);
        writer.Write(ulong.MaxValue);
        writer.Write(1.5);
        writer.Write("a text of more than thirty-one characters, counted first");
        writer.WriteBinary(data);
        writer.Write(Instant);
        writer.WriteMapHeader(1);
        writer.WriteUtf8("key"u8);
        writer.WriteExtension(7, data);
        writer.Flush();
    }

    private static long Read(MessagePackReader reader)
    {
        long sum = reader.ReadArrayHeader();
        MessagePackReader skipping = reader;
        skipping.Skip();
        reader.ReadNil();
        sum += reader.ReadBoolean() ? 1 : 0;
        sum += reader.ReadInt64() == long.MinValue ? 1 : 0;
        sum += reader.ReadUInt64() == ulong.MaxValue ? 1 : 0;
        sum += (long)reader.ReadDouble();
        sum += reader.ReadUtf8().Length + reader.ReadBinary().Length;
        sum += reader.ReadDateTimeOffset() == Instant ? 1 : 0;
        sum += reader.ReadMapHeader();
        return sum + reader.ReadUtf8().Length + reader.ReadExtension(out _).Length + (reader.End ? 1 : 0);
    }
}
