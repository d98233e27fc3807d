using Catalog.Shell.Http;

namespace Catalog.Shell.Exports;

/// <summary>
/// Something that can be exported: a list, or figures. A system registers one for each with
/// <see cref="ExportServices.AddExportSource{TSource}"/>. Thread-safe.
/// </summary>
public interface IExportSource
{
    /// <summary>Its name: lower-case letters, digits, '-' and '.'; never reused.</summary>
    string Name { get; }

    /// <summary>Its title.</summary>
    string Title { get; }

    /// <summary>What it can be narrowed by.</summary>
    IReadOnlyList<ExportParameter> Parameters { get; }

    /// <summary>
    /// Says what is wrong with arguments, by their names. That they are known, and one of the choices where there are
    /// any, and that days are days, has been checked.
    /// </summary>
    void Check(ExportArguments arguments, FieldErrors errors)
    {
    }

    /// <summary>Begins to read. What the rows say is how things stand now, or as they are read.</summary>
    ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel);
}
