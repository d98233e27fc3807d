using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Wire;

/// <summary>Random documents of every kind of value, and a reader that takes any document apart by its types.</summary>
internal static class WireDocument
{
    /// <summary>Leaves timestamps 52 bits of seconds, which a JavaScript number holds exactly.</summary>
    private const int MinShift = 11;

    internal static byte[] Random(Random random, int depth = 4) =>
        WireBytes.Of(writer => WriteValue(writer, random, depth));

    /// <summary>Reads one value with the method its type asks for and writes it again.</summary>
    internal static void Copy(ref MessagePackReader reader, MessagePackWriter writer, int depth = 0)
    {
        if (depth > MessagePackReader.MaxDepth) throw new MessagePackFormatException("too deep");
        switch (reader.PeekType())
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                writer.WriteNil();
                break;
            case MessagePackType.Boolean:
                writer.Write(reader.ReadBoolean());
                break;
            case MessagePackType.Integer:
                CopyInteger(ref reader, writer);
                break;
            case MessagePackType.Float:
                writer.Write(reader.ReadDouble());
                break;
            case MessagePackType.String:
                writer.Write(reader.ReadString());
                break;
            case MessagePackType.Binary:
                writer.WriteBinary(reader.ReadBinary());
                break;
            case MessagePackType.Extension:
                ReadOnlySpan<byte> data = reader.ReadExtension(out sbyte type);
                writer.WriteExtension(type, data);
                break;
            case MessagePackType.Array:
                int count = reader.ReadArrayHeader();
                writer.WriteArrayHeader(count);
                for (int i = 0; i < count; i++) Copy(ref reader, writer, depth + 1);
                break;
            default:
                int pairs = reader.ReadMapHeader();
                writer.WriteMapHeader(pairs);
                for (int i = 0; i < 2 * pairs; i++) Copy(ref reader, writer, depth + 1);
                break;
        }
    }

    private static void CopyInteger(ref MessagePackReader reader, MessagePackWriter writer)
    {
        try
        {
            writer.Write(reader.ReadInt64());
        }
        catch (MessagePackFormatException)
        {
            writer.Write(reader.ReadUInt64());
        }
    }

    private static void WriteTimestamp(MessagePackWriter writer, Random random) =>
        writer.WriteTimestamp(random.NextInt64() >> random.Next(MinShift, 64), random.Next(1_000_000_000));

    private static void WriteValue(MessagePackWriter writer, Random random, int depth)
    {
        switch (random.Next(depth > 0 ? 10 : 8))
        {
            case 0: writer.WriteNil(); break;
            case 1: writer.Write(random.Next(2) == 0); break;
            case 2: writer.Write(random.NextInt64() >> random.Next(64)); break;
            case 3: writer.Write(-(random.NextInt64() >> random.Next(63))); break;
            case 4: writer.Write(random.NextDouble()); break;
            case 5: writer.Write(new string('ü', random.Next(40))); break;
            case 6: writer.WriteBinary(new byte[random.Next(300)]); break;
            case 7: WriteTimestamp(writer, random); break;
            case 8:
                int count = random.Next(20);
                writer.WriteArrayHeader(count);
                for (int i = 0; i < count; i++) WriteValue(writer, random, depth - 2);
                break;
            default:
                int pairs = random.Next(20);
                writer.WriteMapHeader(pairs);
                for (int i = 0; i < pairs; i++)
                {
                    writer.Write($"key{i}");
                    WriteValue(writer, random, depth - 2);
                }

                break;
        }
    }
}
