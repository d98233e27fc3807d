namespace Catalog.Shell.Exports.Commands;

/// <summary>What became of an export.</summary>
/// <param name="State">Done, failed or cancelled.</param>
/// <param name="RowCount">Rows in the file.</param>
/// <param name="SizeBytes">Bytes of the file.</param>
/// <param name="Error">Why it failed.</param>
public readonly record struct ExportEnding(ExportState State, long RowCount, long SizeBytes, string? Error);
