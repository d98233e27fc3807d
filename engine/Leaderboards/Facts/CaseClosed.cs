using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A moderator decided on a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="IsCleared">Whether the held scores count.</param>
/// <param name="ModeratorId">Who did it.</param>
public readonly record struct CaseClosed(long CaseId, ulong PlayerId, bool IsCleared, ulong ModeratorId)
    : IEvent<CaseClosed>
{
    /// <inheritdoc/>
    public static ushort TypeId => 30;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(CaseId);
        writer.Write(PlayerId);
        writer.Write(IsCleared);
        writer.Write(ModeratorId);
    }

    /// <inheritdoc/>
    public static CaseClosed Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new CaseClosed(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadBoolean(),
            reader.ReadUInt64());
    }
}
