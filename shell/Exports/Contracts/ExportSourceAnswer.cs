namespace Catalog.Shell.Exports.Contracts;

/// <summary>Something that can be exported.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Parameters">What it can be narrowed by.</param>
public sealed record ExportSourceAnswer(
    string Name,
    string Title,
    IReadOnlyList<ExportParameterAnswer> Parameters);
