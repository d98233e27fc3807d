using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Leaderboards.Skill;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>All that is learned of a player, and the player's last game, as they were at a moment.</summary>
internal readonly record struct PlayerImage(
    SkillState Skill, RatingMarks Marks, PlayTrace Trace, ActivityTrace Activity, bool IsHidden, long LastGame);
