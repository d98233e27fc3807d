using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Idempotency;

/// <summary>
/// The core's own fact, written in the same batch as the effect it belongs to: an operation with this key began
/// (<see cref="Answer"/> empty and <see cref="IsAnswered"/> false) or was answered.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="IsAnswered">Whether the operation has its answer.</param>
/// <param name="Answer">The encoded answer.</param>
internal readonly record struct IdempotencyRecorded(IdempotencyKey Key, bool IsAnswered, ReadOnlyMemory<byte> Answer)
    : IEvent<IdempotencyRecorded>
{
    /// <summary>Type ids from here on belong to the core, in every system.</summary>
    internal const ushort FirstCoreType = 0xFF00;

    /// <inheritdoc/>
    public static ushort TypeId => FirstCoreType + 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(Key.High);
        writer.Write(Key.Low);
        writer.Write(Key.PayloadHash);
        writer.Write(IsAnswered);
        writer.WriteBinary(Answer.Span);
    }

    /// <inheritdoc/>
    public static IdempotencyRecorded Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        var key = new IdempotencyKey(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64());
        return new IdempotencyRecorded(key, reader.ReadBoolean(), reader.ReadBinary().ToArray());
    }
}
