using Catalog.Shell.Exports.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Exports;

/// <summary>What a request asks for, once it was found to make sense.</summary>
/// <param name="Source">What is exported.</param>
/// <param name="Format">What it becomes.</param>
/// <param name="Arguments">What it is narrowed by.</param>
/// <param name="Title">Its title.</param>
internal sealed record ExportWish(IExportSource Source, ExportFormat Format, ExportArguments Arguments, string Title)
{
    private const int MaxTitle = 120;

    /// <summary>Reads a wish; null when <paramref name="errors"/> says why not.</summary>
    internal static ExportWish? Read(ExportRequest request, ExportSources sources, FieldErrors errors)
    {
        IExportSource? source = sources.Find(request.Source);
        errors.Check(source is not null, "source", "There is no such source.");
        ExportFormat? format = request.Format switch
        {
            "csv" => ExportFormat.Csv,
            "pdf" => ExportFormat.Pdf,
            _ => null,
        };
        errors.Check(format is not null, "format", "Must be 'csv' or 'pdf'.");
        string? title = request.Title?.Trim();
        errors.Check(title is not { Length: > MaxTitle }, "title", $"Must have at most {MaxTitle} characters.");
        if (source is null) return null;
        var arguments = new ExportArguments(request.Arguments ?? new Dictionary<string, string>());
        arguments.Check(source, errors);
        return errors.IsEmpty
            ? new ExportWish(source, format!.Value, arguments, string.IsNullOrEmpty(title) ? source.Title : title)
            : null;
    }
}
