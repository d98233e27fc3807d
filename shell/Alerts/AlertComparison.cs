namespace Catalog.Shell.Alerts;

/// <summary>What a rule compares its value with. The numbers are kept in the journal.</summary>
public enum AlertComparison : byte
{
    /// <summary>The value is above the threshold.</summary>
    Above = 1,

    /// <summary>The value is below the threshold.</summary>
    Below = 2,

    /// <summary>It is above that of the window before by a share of at least the threshold: 0.2 for a fifth.</summary>
    RisesBy = 3,

    /// <summary>It is below that of the window before by such a share.</summary>
    FallsBy = 4,
}
