namespace Catalog.Engine.Leaderboards;

/// <summary>How a player is off the boards. The numbers are wire ids and never change.</summary>
public enum BanKind : byte
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>The player does not notice: scores are taken and counted, and nobody else sees them.</summary>
    Shadow = 1,

    /// <summary>Until a moment.</summary>
    Temporary = 2,

    /// <summary>For ever.</summary>
    Permanent = 3,
}
