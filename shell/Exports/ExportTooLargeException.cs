namespace Catalog.Shell.Exports;

/// <summary>An export became larger than a file may be.</summary>
/// <param name="maxBytes">How large that is.</param>
internal sealed class ExportTooLargeException(long maxBytes)
    : Exception($"The file became larger than {maxBytes / (1024 * 1024)} MB: narrow it down.");
