namespace Catalog.Engine.Leaderboards.Anomalies;

/// <summary>What is looked at in how somebody plays; larger is more unusual.</summary>
internal enum PlayFeature
{
    /// <summary>Scores of late, against everybody's.</summary>
    Level,

    /// <summary>How short games are of late, against everybody's.</summary>
    Brevity,

    /// <summary>Score for the time it took, of late, against everybody's.</summary>
    Pace,

    /// <summary>Scores of late, against the player's own, for how much those move at all.</summary>
    Jump,

    /// <summary>How much shorter games are of late than the player's own.</summary>
    Shortening,

    /// <summary>Sessions far above the player's own scores, more than there usually are.</summary>
    Surprise,

    /// <summary>How even scores are.</summary>
    EvenScores,

    /// <summary>How even durations are.</summary>
    EvenDurations,

    /// <summary>How even the pauses between games are.</summary>
    EvenPauses,

    /// <summary>Hours of a day in which games end.</summary>
    Hours,

    /// <summary>How many scores repeat one of the last few.</summary>
    Repeats,

    /// <summary>How many scores are beyond three deviations of everybody's.</summary>
    Peaks,
}
