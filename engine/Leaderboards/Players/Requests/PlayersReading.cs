using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Players, as they are known.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Players">The players.</param>
/// <param name="HasMore">Whether there are further ones behind the last.</param>
public readonly record struct PlayersReading(BoardCode Code, IReadOnlyList<PlayerProfile> Players, bool HasMore)
    : IResult<PlayersReading>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Players);
        writer.Write(HasMore);
    }

    /// <inheritdoc/>
    public static PlayersReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new PlayersReading(
            (BoardCode)reader.ReadByte(),
            WireList.Read<PlayerProfile>(ref reader),
            reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return value;
    }
}
