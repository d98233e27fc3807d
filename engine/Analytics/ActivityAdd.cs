namespace Catalog.Engine.Analytics;

/// <summary>What an act was to the one who did it.</summary>
public enum ActivityAdd : byte
{
    /// <summary>The first ever.</summary>
    First = 0,

    /// <summary>There were others before.</summary>
    Again = 1,

    /// <summary>There is no room to remember another one who acts: nothing is known of it.</summary>
    Full = 2,
}
