using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Whom a player follows.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="PlayerIds">By id.</param>
public readonly record struct FriendsReading(BoardCode Code, IReadOnlyList<ulong> PlayerIds)
    : IResult<FriendsReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, PlayerIds);
    }

    /// <inheritdoc/>
    public static FriendsReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new FriendsReading(
            (BoardCode)reader.ReadByte(),
            WireList.ReadIds(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}
