namespace Catalog.Shell.Alerts;

/// <summary>What a command about alerts came to. The numbers are kept in the journal.</summary>
public enum AlertOutcome : byte
{
    /// <summary>It is done, or was already.</summary>
    Done = 1,

    /// <summary>There is no such rule or alert.</summary>
    Unknown = 2,

    /// <summary>There are as many as are kept.</summary>
    Full = 3,

    /// <summary>The alert is resolved already.</summary>
    Over = 4,
}
