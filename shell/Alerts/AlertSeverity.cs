namespace Catalog.Shell.Alerts;

/// <summary>How bad it is. The numbers are kept in the journal.</summary>
public enum AlertSeverity : byte
{
    /// <summary>Worth knowing.</summary>
    Info = 1,

    /// <summary>Worth looking at today.</summary>
    Warning = 2,

    /// <summary>Worth being woken for.</summary>
    Critical = 3,
}
