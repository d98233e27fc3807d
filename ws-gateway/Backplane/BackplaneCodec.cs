using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.WsGateway.Backplane;

/// <summary>
/// Messages between nodes as bytes: MessagePack, an array whose first value is the version. A node of another version
/// is not understood, and says so by a false; it is no error while a cluster is being renewed. Thread-safe.
/// <code>
/// [version, kind, node, topic, name, json, key, number, part, parts, topic 1, user 1, topic 2, user 2, …]
/// </code>
/// </summary>
public static class BackplaneCodec
{
    private const ulong Version = 1;
    private const int Fields = 10;

    /// <summary>Encodes a message. O(size); allocates the bytes.</summary>
    public static byte[] Encode(BackplaneMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var buffer = new ByteBuffer(64 + message.Topic.Length + message.Json.Length);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(Fields + (2 * message.Members.Count));
        writer.Write(Version);
        writer.Write((ulong)message.Kind);
        writer.Write(message.Node);
        writer.Write(message.Topic);
        writer.Write(message.Name);
        writer.WriteBinary(message.Json.Span);
        writer.Write(message.Key);
        writer.Write(message.Number);
        writer.Write((ulong)message.Part);
        writer.Write((ulong)message.PartCount);
        foreach (PresentMember member in message.Members)
        {
            writer.Write(member.Topic);
            writer.Write(member.User);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Decodes a message. O(size).</summary>
    /// <returns>Null when it is none, or one of another version.</returns>
    public static BackplaneMessage? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new MessagePackReader(bytes);
            int count = reader.ReadArrayHeader() - Fields;
            if (count < 0 || count % 2 != 0 || reader.ReadUInt64() != Version) return null;
            return Read(ref reader, count / 2);
        }
        catch (MessagePackFormatException)
        {
            return null;
        }
    }

    private static BackplaneMessage? Read(ref MessagePackReader reader, int memberCount)
    {
        ulong kind = reader.ReadUInt64();
        if (kind > (ulong)BackplaneKind.Bye) return null;
        var message = new BackplaneMessage((BackplaneKind)kind, reader.ReadString())
        {
            Topic = reader.ReadString(),
            Name = reader.ReadString(),
            Json = reader.ReadBinary().ToArray(),
            Key = reader.ReadInt64(),
            Number = reader.ReadInt64(),
            Part = reader.ReadInt32(),
            PartCount = reader.ReadInt32(),
        };
        if (memberCount == 0) return message;
        var members = new PresentMember[memberCount];
        for (int i = 0; i < memberCount; i++) members[i] = new PresentMember(reader.ReadString(), reader.ReadString());
        return message with { Members = members };
    }
}
