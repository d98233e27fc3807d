using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Interop.MessagePack;

/// <summary>One text for one value, the same as interop.mjs prints: it knows numbers, not their formats.</summary>
internal static class CanonicalText
{
    private const sbyte Timestamp = -1;

    internal static string Of(byte[] document)
    {
        var reader = new MessagePackReader(document);
        var text = new StringBuilder();
        Append(ref reader, text);
        Assert.True(reader.End);
        return text.ToString();
    }

    private static void Append(ref MessagePackReader reader, StringBuilder text)
    {
        switch (reader.PeekType())
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                text.Append("nil");
                break;
            case MessagePackType.Boolean:
                text.Append(reader.ReadBoolean() ? "true" : "false");
                break;
            case MessagePackType.Integer:
                AppendInteger(ref reader, text);
                break;
            case MessagePackType.Float:
                AppendDouble(text, reader.ReadDouble());
                break;
            case MessagePackType.String:
                AppendHex(text.Append('s'), Encoding.UTF8.GetBytes(reader.ReadString()));
                break;
            case MessagePackType.Binary:
                AppendHex(text.Append('b'), reader.ReadBinary());
                break;
            case MessagePackType.Extension:
                AppendExtension(ref reader, text);
                break;
            case MessagePackType.Array:
                AppendMany(ref reader, text.Append('['), reader.ReadArrayHeader());
                text.Append(']');
                break;
            default:
                AppendMany(ref reader, text.Append('{'), 2 * reader.ReadMapHeader());
                text.Append('}');
                break;
        }
    }

    private static void AppendMany(ref MessagePackReader reader, StringBuilder text, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (i > 0) text.Append(' ');
            Append(ref reader, text);
        }
    }

    private static void AppendInteger(ref MessagePackReader reader, StringBuilder text)
    {
        try
        {
            text.Append(CultureInfo.InvariantCulture, $"{reader.ReadInt64()}");
        }
        catch (MessagePackFormatException)
        {
            text.Append(CultureInfo.InvariantCulture, $"{reader.ReadUInt64()}");
        }
    }

    private static void AppendDouble(StringBuilder text, double value)
    {
        if (double.IsNaN(value))
        {
            text.Append("nan");
        }
        else if (double.IsInteger(value))
        {
            text.Append(new System.Numerics.BigInteger(value).ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            Span<byte> bits = stackalloc byte[sizeof(double)];
            BinaryPrimitives.WriteDoubleBigEndian(bits, value);
            AppendHex(text.Append('f'), bits);
        }
    }

    private static void AppendExtension(ref MessagePackReader reader, StringBuilder text)
    {
        MessagePackReader ahead = reader;
        ReadOnlySpan<byte> data = ahead.ReadExtension(out sbyte type);
        if (type == Timestamp)
        {
            reader.ReadTimestamp(out long seconds, out int nanoseconds);
            text.Append(CultureInfo.InvariantCulture, $"t{seconds}.{nanoseconds}");
            return;
        }

        reader = ahead;
        AppendHex(text.Append(CultureInfo.InvariantCulture, $"x{type}:"), data);
    }

    private static void AppendHex(StringBuilder text, ReadOnlySpan<byte> bytes) =>
        text.Append(Convert.ToHexStringLower(bytes));
}
