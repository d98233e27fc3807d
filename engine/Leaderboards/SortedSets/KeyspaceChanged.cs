using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Sorted sets changed: the effects of one or several commands, in their order (<see cref="OperationKind"/>).
/// </summary>
/// <param name="Operations">The effects as bytes.</param>
/// <param name="IsApplied">
/// Whether the state has them already. Commands of a chunk see each other's effects, so each operation is applied by
/// the time it is written down; replay applies the same bytes with the same code. Not encoded.
/// </param>
public readonly record struct KeyspaceChanged(ReadOnlyMemory<byte> Operations, bool IsApplied = false)
    : IEvent<KeyspaceChanged>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => writer.WriteBinary(Operations.Span);

    /// <inheritdoc/>
    public static KeyspaceChanged Read(ref MessagePackReader reader, byte version) =>
        new(reader.ReadBinary().ToArray());
}
