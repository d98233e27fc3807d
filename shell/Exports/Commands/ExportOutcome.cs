namespace Catalog.Shell.Exports.Commands;

/// <summary>What a command about exports came to. The numbers are kept with idempotency keys.</summary>
public enum ExportOutcome : byte
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>There is no such export or report.</summary>
    Unknown = 2,

    /// <summary>There are as many as are kept, and none of them is over.</summary>
    Full = 3,

    /// <summary>It is over already.</summary>
    Over = 4,
}
