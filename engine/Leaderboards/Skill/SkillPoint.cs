namespace Catalog.Engine.Leaderboards.Skill;

/// <summary>A player's skill beside how much it rests on.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Rating">The rating as of the last game.</param>
/// <param name="Games">How many games were rated.</param>
/// <param name="Mode">The mode played most of late, from 0.</param>
public readonly record struct SkillPoint(ulong PlayerId, double Rating, int Games, int Mode);
