namespace Catalog.Shell.Exports.Pdf;

/// <summary>What stands above a document.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Filters">What it was narrowed by.</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record PdfHead(string Title, ExportArguments Filters, DateTimeOffset MadeAt);
