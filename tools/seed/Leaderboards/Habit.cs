namespace Catalog.Seed.Leaderboards;

/// <summary>When somebody plays better or worse than usual.</summary>
internal enum Habit
{
    /// <summary>It makes no difference.</summary>
    None,

    /// <summary>Better from 18:00 to 23:00.</summary>
    Evening,

    /// <summary>Better from 6:00 to 12:00.</summary>
    Morning,

    /// <summary>Worse from the sixth game of a session on.</summary>
    Tires,

    /// <summary>Worse in the first game of a session.</summary>
    StartsSlowly,

    /// <summary>Better on Saturdays and Sundays.</summary>
    Weekend,
}
