using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadPlayer"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="GamesPlayed">Games that counted.</param>
/// <param name="TotalScore">The sum of their scores as submitted.</param>
/// <param name="BestScore">The highest of them.</param>
/// <param name="DurationSeconds">How long they took together.</param>
/// <param name="LastSubmitMs">When the last submission came, milliseconds since 1970.</param>
/// <param name="Ban">Whether the player is off the boards.</param>
/// <param name="BannedUntilMs">Until when, milliseconds since 1970; 0 for ever.</param>
/// <param name="Region">Where the player last played.</param>
/// <param name="Tier">The league tier, from 0.</param>
/// <param name="Standings">The places on the boards of the moment.</param>
/// <param name="League">The player's league group of the week, the best first.</param>
public readonly record struct PlayerReading(
    BoardCode Code,
    int GamesPlayed,
    long TotalScore,
    int BestScore,
    long DurationSeconds,
    long LastSubmitMs,
    BanKind Ban,
    long BannedUntilMs,
    byte Region,
    byte Tier,
    IReadOnlyList<PlayerStanding> Standings,
    IReadOnlyList<BoardRow> League)
    : IResult<PlayerReading>
{
    private const int FieldCount = 12;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        writer.Write(GamesPlayed);
        writer.Write(TotalScore);
        writer.Write(BestScore);
        writer.Write(DurationSeconds);
        writer.Write(LastSubmitMs);
        writer.Write((byte)Ban);
        writer.Write(BannedUntilMs);
        writer.Write(Region);
        writer.Write(Tier);
        WireList.Write(ref writer, Standings);
        WireList.Write(ref writer, League);
    }

    /// <inheritdoc/>
    public static PlayerReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new PlayerReading(
            (BoardCode)reader.ReadByte(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            (BanKind)reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadByte(),
            reader.ReadByte(),
            WireList.Read<PlayerStanding>(ref reader),
            WireList.Read<BoardRow>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}
