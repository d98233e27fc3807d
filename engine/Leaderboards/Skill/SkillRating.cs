namespace Catalog.Engine.Leaderboards.Skill;

/// <summary>A player's skill as others may see it.</summary>
/// <param name="Rating">The rating; 1500 is the middle of all games played.</param>
/// <param name="Deviation">Its standard deviation; it grows while the player is away.</param>
/// <param name="Volatility">How much skill changes.</param>
/// <param name="Games">Games it rests on.</param>
/// <param name="Percentile">The share of all rated players who are rated lower, 0 to 1.</param>
/// <param name="Tier">
/// <c>beginner</c>, <c>intermediate</c>, <c>advanced</c> or <c>pro</c>: the lower 60, the next 30, the next 9 and the
/// best one of a hundred players.
/// </param>
/// <param name="Mode">The mode played most of late, from 0.</param>
public readonly record struct SkillRating(
    double Rating, double Deviation, double Volatility, int Games, double Percentile, string Tier, int Mode)
{
    /// <summary>Whether there were too few games to say much: the deviation is above 110, as in chess.</summary>
    public bool IsProvisional => Deviation > 110;
}
