namespace Catalog.Shell.Alerts;

/// <summary>What happened to an alert. The numbers are kept in the journal.</summary>
public enum AlertChange : byte
{
    /// <summary>It is there.</summary>
    Raised = 1,

    /// <summary>Somebody has seen it.</summary>
    Acknowledged = 2,

    /// <summary>It is over.</summary>
    Resolved = 3,
}
